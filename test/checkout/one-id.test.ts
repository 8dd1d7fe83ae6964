/** A payment keeps its id until the server’s last word on it: then, or for another wallet, there is a new one. */
import { describe, expect, it } from 'vitest'
import { reload } from './reload.ts'
import { bridgeAction, lost, offer, refuses, type Script, says, shop } from './shop.ts'

it('keeps the id when the payer turned back and tries again', async () => {
  const { checkout, advance, bridge } = shop()
  const first = checkout.pay('order-1')
  await advance(0)
  bridge.answer({ err_msg: 'get_brand_wcpay_request:cancel' })
  await advance(3_100)
  await first.result
  const second = checkout.pay('order-1')
  await advance(0)
  expect([second.id, bridge.calls]).toEqual([first.id, 2])
  second.stop()
})

it('takes another id for another wallet', async () => {
  const { checkout, advance } = shop()
  const first = checkout.pay('order-1', { wallet: 'wechat' })
  await advance(0)
  first.stop()
  const second = checkout.pay('order-1')
  expect(second.id).not.toBe(first.id)
  second.stop()
})

describe('after a reload', () => {
  it('keeps the id of a prepare whose answer was lost', async () => {
    const before = shop({ prepare: () => lost })
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    expect(reload(before.fake, {}).checkout.pay('order-1').id).toBe(id)
  })

  it('makes another id where the old one is closed, and pays at once', async () => {
    const before = shop()
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    const closedBefore: Script = { prepare: ({ payment }) => (payment === id ? says('closed') : offer(bridgeAction)) }
    const { checkout, advance, bridge } = reload(before.fake, closedBefore)
    const payment = checkout.pay('order-1')
    await advance(100)
    expect(bridge.calls).toBe(1)
    expect(payment.id).not.toBe(id)
    payment.stop()
  })

  it.each(['channel_fixed', 'payment_conflict'])('makes another id where the server says %s', async (code) => {
    const before = shop()
    const { id } = before.checkout.pay('order-1')
    await before.advance(100)
    const fixed: Script = {
      prepare: ({ payment }) => (payment === id ? refuses(409, code) : offer(bridgeAction)),
    }
    const { checkout, advance, bridge } = reload(before.fake, fixed)
    const payment = checkout.pay('order-1')
    await advance(100)
    expect([bridge.calls, payment.id === id]).toEqual([1, false])
    payment.stop()
  })
})
