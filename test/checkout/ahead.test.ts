import { expect, it } from 'vitest'
import { bridgeAction, offer, openShop, says, shop } from './shop.ts'

it('costs the tap no request', async () => {
  const { checkout, advance, merchant, bridge } = shop()
  checkout.prepare('order-1')
  await advance(100)
  const payment = checkout.pay('order-1')
  await advance(0)
  expect([merchant.count.prepare, bridge.calls]).toEqual([1, 1])
  payment.stop()
})

it('is waited for where it is still on its way', async () => {
  const { checkout, advance, merchant, bridge } = shop()
  checkout.prepare('order-1')
  const payment = checkout.pay('order-1')
  await advance(0)
  expect([merchant.count.prepare, bridge.calls]).toEqual([1, 1])
  payment.stop()
})

it('is asked once, however often a page renders', async () => {
  const { checkout, advance, merchant } = shop()
  checkout.prepare('order-1')
  checkout.prepare('order-1')
  await advance(100)
  checkout.prepare('order-1')
  expect(merchant.count.prepare).toBe(1)
})

it('writes its record before the action is invoked', async () => {
  const { checkout, advance, device } = shop()
  checkout.prepare('order-1')
  await advance(100)
  expect(JSON.parse([...device.kept.values()][0] ?? '')).toMatchObject({ invoked: false })
  const payment = checkout.pay('order-1')
  expect(JSON.parse([...device.kept.values()][0] ?? '')).toMatchObject({ invoked: true, channel: 'wechat.bridge' })
  payment.stop()
})

it('is dropped half a minute before its expiry, and asked again under the same id', async () => {
  const ids = new Set()
  const { checkout, advance, merchant } = shop({
    prepare: ({ payment }) => {
      ids.add(payment)
      return offer(bridgeAction)
    },
  })
  checkout.prepare('order-1')
  await advance(271_000)
  const payment = checkout.pay('order-1')
  await advance(0)
  expect([merchant.count.prepare, ids.size]).toEqual([2, 1])
  payment.stop()
})

it('is dropped where the page shows another amount at the tap', async () => {
  const { checkout, advance, merchant, bridge } = shop()
  checkout.prepare('order-1', { expect: { value: 990, currency: 'CNY' } })
  await advance(100)
  const payment = checkout.pay('order-1', { expect: { value: 1990, currency: 'CNY' } })
  await advance(100)
  expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'amount_mismatch' } })
  expect([merchant.count.prepare, bridge.calls]).toEqual([2, 0])
})

it('is dropped when another tab ended the order: its record is gone', async () => {
  const { checkout, advance, merchant, device } = shop()
  checkout.prepare('order-1')
  await advance(100)
  device.kept.clear()
  const payment = checkout.pay('order-1')
  await advance(0)
  expect(merchant.count.prepare).toBe(2)
  payment.stop()
})

it('asks once more where its record went away meanwhile, and then pays: the server knows whether another tab ended the order', async () => {
  const { checkout, advance, merchant, bridge, device, fake } = shop()
  checkout.prepare('order-1')
  await advance(100)
  const payment = openShop(fake).pay('order-1')
  device.kept.clear()
  await advance(3_000)
  expect([merchant.count.prepare, bridge.calls]).toEqual([3, 1])
  payment.stop()
})

it('sends a code that works once only once, also where the tap must ask again', async () => {
  const codes: unknown[] = []
  const { checkout, advance } = shop({
    prepare: ({ identity }) => {
      codes.push(identity)
      return offer(bridgeAction)
    },
    status: () => says('pending'),
  })
  const identity = { kind: 'login-code', value: 'CODE' } as const
  checkout.prepare('order-1', { identity })
  await advance(280_000)
  const payment = checkout.pay('order-1', { identity })
  await advance(0)
  expect(codes).toEqual([identity, undefined])
  payment.stop()
})

it('holds nothing while nobody taps', async () => {
  const { checkout, advance, held } = shop()
  checkout.prepare('order-1')
  await advance(100)
  expect(held()).toEqual({ timers: 0, listeners: 0, locks: 0 })
})
