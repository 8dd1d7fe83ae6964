import { describe, expect, it } from 'vitest'
import { bridgeAction, lost, makeBridge, offer, qrAction, refuses, says, shop } from './shop.ts'

describe('a payment by the bridge', () => {
  it('is paid when the server says so, and not when the wallet does', async () => {
    const { checkout, advance, bridge } = shop({ status: (_, times) => says(times < 3 ? 'pending' : 'paid') })
    const payment = checkout.pay('order-1')
    await advance(0)
    bridge.answer({ err_msg: 'get_brand_wcpay_request:ok' })
    await advance(1)
    expect(payment.state.phase).toBe('confirming')
    await advance(5_000)
    expect(await payment.result).toMatchObject({ status: 'paid', amount: { value: 990 } })
  })

  it('is pending, by its deadline, when the wallet says ok and the server never says paid', async () => {
    const { checkout, advance, bridge } = shop()
    const payment = checkout.pay('order-1')
    await advance(0)
    bridge.answer({ err_msg: 'get_brand_wcpay_request:ok' })
    await advance(330_000)
    expect(await payment.result).toMatchObject({
      status: 'pending',
      error: { code: 'unconfirmed', retry: 'ask-first' },
    })
  })

  it('is cancelled only when the server still says unpaid three seconds after the wallet said cancel', async () => {
    const { checkout, advance, bridge } = shop()
    const payment = checkout.pay('order-1')
    await advance(0)
    bridge.answer({ err_msg: 'get_brand_wcpay_request:cancel' })
    await advance(2_900)
    expect(payment.state.phase).toBe('confirming')
    await advance(200)
    expect(await payment.result).toMatchObject({ status: 'cancelled' })
  })

  it('is paid after a cancel that was none', async () => {
    const { checkout, advance, bridge } = shop({ status: () => says('paid') })
    const payment = checkout.pay('order-1')
    await advance(0)
    bridge.answer({ err_msg: 'get_brand_wcpay_request:cancel' })
    await advance(3_100)
    expect((await payment.result).status).toBe('paid')
  })

  it('asks about a wallet that reported a failure, and ends as pending with its words', async () => {
    const { checkout, advance, bridge } = shop()
    const payment = checkout.pay('order-1')
    await advance(0)
    bridge.answer({ err_msg: 'get_brand_wcpay_request:fail_no permission to execute' })
    await advance(40_000)
    const { status, error } = await payment.result
    expect(status).toBe('pending')
    expect(error).toMatchObject({ code: 'wallet_failed', detail: expect.stringContaining('no permission') })
  })

  it('asks about a bridge that never answers, at a slow pace, from the start', async () => {
    const { checkout, advance, merchant } = shop({ status: (_, times) => says(times < 3 ? 'pending' : 'paid') })
    const payment = checkout.pay('order-1')
    await advance(60_000)
    expect((await payment.result).status).toBe('paid')
    expect(merchant.count.status).toBe(3)
  })

  it('hands the amount, payee and title on for the payer’s eyes', async () => {
    const { checkout, advance } = shop({ prepare: () => offer(bridgeAction, { payee: 'Tea House', title: 'Oolong' }) })
    const payment = checkout.pay('order-1')
    await advance(0)
    expect(payment.state).toMatchObject({
      payee: 'Tea House',
      title: 'Oolong',
      amount: { value: 990, currency: 'CNY' },
    })
    payment.stop()
  })
})

describe('before anything is invoked', () => {
  it('stops where the amount is not the one that the page showed', async () => {
    const { checkout, advance, bridge } = shop()
    const payment = checkout.pay('order-1', { expect: { value: 1, currency: 'CNY' } })
    await advance(100)
    expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'amount_mismatch' } })
    expect(bridge.calls).toBe(0)
  })

  it('stops where the answer belongs to another payment', async () => {
    const { checkout, advance, bridge } = shop({ prepare: () => offer(bridgeAction, { payment: 'f'.repeat(32) }) })
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(await payment.result).toMatchObject({
      status: 'failed',
      error: { code: 'answer_foreign', detail: 'payment' },
    })
    expect(bridge.calls).toBe(0)
  })

  it('names the field that a server’s template left undefined', async () => {
    const broken = { ...bridgeAction, package: 'prepay_id=undefined' }
    const { checkout, advance, bridge } = shop({ prepare: () => offer(broken) })
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(await payment.result).toMatchObject({ error: { code: 'contract_broken', detail: 'action.package' } })
    expect(bridge.calls).toBe(0)
  })

  it('takes an action that came as JSON text', async () => {
    const { checkout, advance, bridge } = shop({ prepare: () => offer(JSON.stringify(bridgeAction) as never) })
    checkout.pay('order-1')
    await advance(0)
    expect(bridge.calls).toBe(1)
  })

  it('does not call an unknown kind of action a failure', async () => {
    const { checkout, advance } = shop({ prepare: () => offer({ kind: 'telepathy' }) })
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(await payment.result).toMatchObject({ status: 'pending', error: { code: 'action_unknown' } })
  })

  it('fails where the server refuses, after asking once', async () => {
    const { checkout, advance, merchant } = shop({ prepare: () => refuses(404, 'order_unknown') })
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(await payment.result).toMatchObject({
      status: 'failed',
      error: { code: 'server_refused', detail: 'order_unknown' },
    })
    expect(merchant.count).toMatchObject({ prepare: 1, status: 1 })
  })

  it('is paid at once where the order was paid before, and nothing is invoked', async () => {
    const { checkout, advance, bridge, merchant } = shop({ prepare: () => says('paid') })
    const payment = checkout.pay('order-1')
    await advance(0)
    expect((await payment.result).status).toBe('paid')
    expect([bridge.calls, merchant.count.status]).toEqual([0, 0])
  })

  it('is paid where the refused order turns out to be paid', async () => {
    const { checkout, advance } = shop({ prepare: () => refuses(422, 'unsupported'), status: () => says('paid') })
    const payment = checkout.pay('order-1')
    await advance(100)
    expect((await payment.result).status).toBe('paid')
  })

  it('asks again, under the same id, when the answer to prepare was lost', async () => {
    const ids: unknown[] = []
    const { checkout, advance, bridge } = shop({
      prepare: ({ payment }, times) => {
        ids.push(payment)
        return times < 3 ? lost : offer(bridgeAction)
      },
    })
    checkout.pay('order-1')
    await advance(10_000)
    expect(bridge.calls).toBe(1)
    expect(new Set(ids).size).toBe(1)
  })

  it('fails after 30 s without a network, having tried to ask', async () => {
    const { checkout, advance, bridge, merchant } = shop({ prepare: () => lost, status: () => lost })
    const payment = checkout.pay('order-1')
    await advance(31_000)
    expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'network' } })
    expect([bridge.calls, merchant.count.status]).toEqual([0, 1])
  })

  it('fails where the bridge does not come within three seconds', async () => {
    const { checkout, advance } = shop({}, { globals: {} })
    const payment = checkout.pay('order-1')
    await advance(3_100)
    expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'bridge_missing' } })
  })

  it('goes back to confirming where an earlier payment of the order is unresolved', async () => {
    const { checkout, advance, bridge } = shop({
      prepare: () => refuses(409, 'order_busy', { retryAfterSeconds: 5 }),
      status: (_, times) => says(times < 2 ? 'pending' : 'paid'),
    })
    const payment = checkout.pay('order-1')
    await advance(10)
    expect(payment.state.phase).toBe('confirming')
    await advance(25_000)
    expect((await payment.result).status).toBe('paid')
    expect(bridge.calls).toBe(0)
  })
})

describe('a code on a screen', () => {
  it('is shown, followed and paid', async () => {
    const { checkout, advance } = shop({
      prepare: () => offer(qrAction),
      status: (_, times) => says(times < 3 ? 'pending' : 'paid', { phase: 'scanned' }),
    })
    const payment = checkout.pay('order-1')
    await advance(3_500)
    expect(payment.state).toMatchObject({ phase: 'showing', qr: { content: qrAction.content }, hint: 'scanned' })
    await advance(10_000)
    expect((await payment.result).status).toBe('paid')
  })

  it('is renewed under the same id, and asks for a code only', async () => {
    const asked: unknown[] = []
    const { checkout, advance } = shop({
      prepare: ({ payment, accepts }, times) => {
        asked.push([payment, accepts])
        return offer({ kind: 'qr', content: `weixin://wxpay/bizpayurl?pr=${times}` })
      },
    })
    const payment = checkout.pay('order-1')
    await advance(100)
    payment.renew()
    await advance(100)
    expect(payment.state).toMatchObject({ phase: 'showing', qr: { content: 'weixin://wxpay/bizpayurl?pr=2' } })
    expect(asked[1]).toEqual([payment.id, ['qr']])
    payment.stop()
  })

  it('is not failed by a renewal that the server refuses', async () => {
    const { checkout, advance } = shop({
      prepare: (_, times) => (times === 1 ? offer(qrAction) : refuses(500, 'oops')),
    })
    const payment = checkout.pay('order-1')
    await advance(100)
    payment.renew()
    await advance(3_000)
    expect(payment.state.phase).toBe('showing')
    payment.stop()
  })

  it('ends as pending a grace after its expiry, with a last look', async () => {
    const { checkout, advance, merchant } = shop({ prepare: () => offer(qrAction, { expiresInSeconds: 60 }) })
    const payment = checkout.pay('order-1')
    await advance(74_000)
    expect(payment.state.phase).toBe('showing')
    const before = merchant.count.status
    await advance(2_000)
    expect((await payment.result).status).toBe('pending')
    expect(merchant.count.status).toBeGreaterThan(before)
  })
})

describe('what the caller was told', () => {
  it('is the server’s closed or failed, with the reason', async () => {
    const { checkout, advance } = shop({ status: () => says('closed') })
    const payment = checkout.pay('order-1')
    await advance(6_000)
    expect(await payment.result).toMatchObject({ status: 'closed', error: { code: 'closed' } })
  })

  it('is closed where the money came and was given back', async () => {
    const { checkout, advance } = shop({ status: () => says('refunded') })
    const payment = checkout.pay('order-1')
    await advance(6_000)
    expect(await payment.result).toMatchObject({ status: 'closed', error: { code: 'refunded' } })
  })

  it('does not change once it was told', async () => {
    const { checkout, advance, bridge, merchant } = shop({ status: () => says('paid') }, { bridge: makeBridge() })
    const payment = checkout.pay('order-1')
    await advance(6_000)
    const { state } = payment
    const asked = merchant.count.status
    bridge.answer({ err_msg: 'get_brand_wcpay_request:cancel' })
    payment.renew()
    payment.stop()
    await advance(60_000)
    expect(payment.state).toBe(state)
    expect(merchant.count.status).toBe(asked)
  })
})
