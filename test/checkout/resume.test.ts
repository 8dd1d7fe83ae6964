/** A payment that outlives its page: taken up from its record, by asking. */
import { describe, expect, it } from 'vitest'
import { reload } from './reload.ts'
import { bridgeAction, lost, makeBridge, offer, refuses, says, shop } from './shop.ts'

describe('after a reload', () => {
  it('takes up what was with the wallet, and asks before anything else', async () => {
    const before = shop()
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    const { checkout, advance, bridge, merchant } = reload(before.fake, { status: () => says('paid') })
    const payment = checkout.resume('order-1')
    expect(payment?.state.phase).toBe('confirming')
    await advance(100)
    expect(await payment?.result).toMatchObject({ status: 'paid', payment: id })
    expect([bridge.calls, merchant.count.prepare]).toEqual([0, 0])
  })

  it('is null where nothing was under way, or where it ended', async () => {
    const before = shop({ status: () => says('paid') })
    expect(before.checkout.resume('order-1')).toBeNull()
    before.checkout.pay('order-1')
    await before.advance(6_000)
    expect(reload(before.fake, {}).checkout.resume('order-1')).toBeNull()
  })

  it('is null after a cancel, though the id is kept for another try', async () => {
    const before = shop({}, { bridge: makeBridge('cancel') })
    const { id } = before.checkout.pay('order-1')
    await before.advance(3_500)
    const { checkout } = reload(before.fake, {})
    expect(checkout.resume('order-1')).toBeNull()
    expect(checkout.pay('order-1').id).toBe(id)
  })

  it('keeps the record of a payment that was stopped or ran out of time', async () => {
    const before = shop()
    const payment = before.checkout.pay('order-1')
    await before.advance(100)
    payment.stop()
    expect((await payment.result).status).toBe('pending')
    expect(reload(before.fake, {}).checkout.resume('order-1')?.id).toBe(payment.id)
  })

  it('ends by its deadline though the clock was set back between the pages', async () => {
    const before = shop()
    before.checkout.pay('order-1')
    await before.advance(100)
    before.shiftWall(-86_400_000)
    const { checkout, advance } = reload(before.fake, { status: () => lost })
    const payment = checkout.resume('order-1')
    await advance(400_000)
    expect(payment?.state.result?.status).toBe('pending')
  })

  it('finds the order though another wallet was chosen since, and the first one may still be paid', async () => {
    const before = shop({
      prepare: ({ wallet }) => (wallet === 'wechat' ? refuses(409, 'order_busy') : offer(bridgeAction)),
    })
    const first = before.checkout.pay('order-1')
    await before.advance(100)
    first.stop()
    before.checkout.pay('order-1', { wallet: 'wechat' })
    await before.advance(100)
    const { checkout, advance } = reload(before.fake, { status: () => says('paid') })
    const payment = checkout.resume('order-1')
    await advance(100)
    expect(payment?.state.result?.status).toBe('paid')
  })

  it('does not call it failed when the bridge is late this time', async () => {
    const before = shop()
    before.checkout.pay('order-1')
    await before.advance(100)
    const { checkout, advance, fake } = reload(before.fake, {})
    delete fake.globals.WeixinJSBridge
    const payment = checkout.pay('order-1')
    await advance(4_000)
    expect(payment.state.phase).toBe('confirming')
    payment.stop()
  })
})
