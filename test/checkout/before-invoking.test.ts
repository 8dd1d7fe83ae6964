/** What a payment stops at, and what it waits for, while no wallet has it. */
import { describe, expect, it } from 'vitest'
import { bridgeAction, lost, offer, refuses, says, shop } from './shop.ts'

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

it('refuses the wallet of another house before anything is sent', async () => {
  const { checkout, merchant } = shop()
  const payment = checkout.pay('order-1', { wallet: 'alipay' })
  expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'unsupported_here', retry: 'never' } })
  expect(merchant.count.prepare).toBe(0)
})
