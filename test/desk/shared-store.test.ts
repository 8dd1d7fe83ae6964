/** Two windows or processes at one counter: an order is charged once. */
import { describe, expect, it } from 'vitest'
import { says } from '../checkout/shop.ts'
import { other, wechat } from './corpus.ts'
import { counter, openTill } from './counter.ts'

describe('windows and processes that share a store', () => {
  it('charge an order once, though both scan in the same moment', async () => {
    const { desk, beside, advance, merchant } = counter()
    const second = openTill(beside())
    const charges = await Promise.all([desk.charge('order-1', wechat), second.charge('order-1', other)])
    await advance(100)
    expect(charges.map(({ taken }) => taken).sort()).toEqual([false, true])
    expect(merchant.count.prepare).toBe(1)
    desk.stop()
    second.stop()
  })

  it('refuse a later scan with the state of what the other has under way', async () => {
    const { desk, beside, advance, merchant } = counter({ status: () => says('pending', { phase: 'user-paying' }) })
    const first = await desk.charge('order-1', wechat)
    const second = openTill(beside())
    await advance(3_000)
    const refused = await second.charge('order-1', other)
    expect(refused).toMatchObject({ taken: false, error: { code: 'order_busy' } })
    expect(refused.payment?.id).toBe(first.payment?.id)
    expect(second.unresolved()).toMatchObject([{ order: 'order-1', payerAsked: true }])
    expect(merchant.count.prepare).toBe(1)
    desk.stop()
    second.stop()
  })

  it('refuse a scan while the other is just at that order', async () => {
    const { desk, host } = counter()
    const leave = await host.lock('isopay/https://shop.example/pay/order-1')
    expect(await desk.charge('order-1', wechat)).toMatchObject({ taken: false, error: { code: 'order_busy' } })
    leave?.()
    expect((await desk.charge('order-1', wechat)).taken).toBe(true)
    desk.stop()
  })
})
