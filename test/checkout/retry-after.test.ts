/** A server that names a time is not asked before it, whatever happens meanwhile. */
import { describe, expect, it } from 'vitest'
import { makeBridge, offer, qrAction, refuses, says, shop } from './shop.ts'

describe('the server is asked no sooner than it said', () => {
  it('though a renewal comes between', async () => {
    const { checkout, advance, merchant } = shop({
      prepare: () => offer(qrAction),
      status: () => refuses(503, 'later', { retryAfterSeconds: 20 }),
    })
    const payment = checkout.pay('order-1')
    await advance(3_500)
    expect(merchant.count.status).toBe(1)
    payment.renew()
    await advance(17_000)
    expect(merchant.count.status).toBe(1)
    await advance(4_000)
    expect(merchant.count.status).toBe(2)
    payment.stop()
  })

  it('though it was asked before the wallet spoke, and a look was planned before it answered', async () => {
    let answer = (_said: ReturnType<typeof refuses>) => {}
    const slowly = new Promise<ReturnType<typeof refuses>>((resolve) => {
      answer = resolve
    })
    const bridge = makeBridge()
    const { checkout, advance, wake, merchant } = shop(
      { status: (_, times) => (times === 1 ? slowly : says('closed')) },
      { bridge },
    )
    const payment = checkout.pay('order-1')
    await advance(1_000)
    wake()
    await advance(100)
    bridge.answer({ err_msg: 'get_brand_wcpay_request:cancel' })
    await advance(100)
    answer(refuses(429, 'too_many', { retryAfterSeconds: 9 }))
    await advance(8_900)
    expect(merchant.count.status).toBe(1)
    await advance(200)
    expect(merchant.count.status).toBe(2)
    payment.stop()
  })
})
