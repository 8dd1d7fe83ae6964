/** What a caller is told of the server’s last word, and that it stays told. */
import { describe, expect, it } from 'vitest'
import { makeBridge, says, shop } from './shop.ts'

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
