/** A payment by the bridge of a browser: the wallet speaks, and the server is believed. */
import { describe, expect, it } from 'vitest'
import { bridgeAction, offer, says, shop } from './shop.ts'

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
