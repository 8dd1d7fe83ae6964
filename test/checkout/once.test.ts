/** One order goes to the wallet once, however often a page, its checkouts and its tabs take it. */
import { expect, it } from 'vitest'
import { fakeHost } from '../../src/testing/fake.ts'
import { makeBridge, makeMerchant, openShop, says, shop } from './shop.ts'

it('answers a second tap with the same payment', async () => {
  const { checkout, advance, bridge, merchant } = shop()
  const first = checkout.pay('order-1')
  expect(checkout.pay('order-1')).toBe(first)
  await advance(100)
  expect(checkout.pay('order-1')).toBe(first)
  expect([bridge.calls, merchant.count.prepare]).toEqual([1, 1])
  first.stop()
})

it('lets two orders of one page go their own ways', async () => {
  const { checkout, advance, merchant } = shop()
  const first = checkout.pay('order-1')
  const second = checkout.pay('order-2')
  await advance(100)
  expect(second.id).not.toBe(first.id)
  expect(merchant.count.prepare).toBe(2)
  first.stop()
  second.stop()
})

it('joins what the wallet still has when a component is mounted again', async () => {
  const { checkout, advance, bridge } = shop({ status: (_, times) => says(times > 1 ? 'paid' : 'pending') })
  checkout.pay('order-1').stop()
  const early = checkout.pay('order-1')
  await advance(100)
  early.stop()
  const again = checkout.pay('order-1')
  await advance(100)
  expect([bridge.calls, again.id]).toEqual([1, early.id])
  bridge.answer({ err_msg: 'get_brand_wcpay_request:ok' })
  await advance(3_000)
  expect((await again.result).status).toBe('paid')
})

it('lets the payer try again where the wallet was silent for two minutes', async () => {
  const { checkout, advance, bridge } = shop()
  const first = checkout.pay('order-1')
  await advance(100)
  first.stop()
  await advance(121_000)
  const second = checkout.pay('order-1')
  await advance(100)
  expect([bridge.calls, second.id]).toEqual([2, first.id])
  second.stop()
})

it('does not take a clock that was set forward for two minutes of silence', async () => {
  const { checkout, advance, bridge, fake } = shop()
  const first = checkout.pay('order-1')
  await advance(100)
  fake.shiftWall(86_400_000)
  await advance(30_000)
  expect((await first.result).status).toBe('pending') // by its deadline
  const second = checkout.pay('order-1')
  await advance(100)
  expect(bridge.calls).toBe(1)
  second.stop()
})

it('invokes once where two checkouts of one page take the same order', async () => {
  const merchant = makeMerchant()
  const bridge = makeBridge()
  const fake = fakeHost({ globals: bridge.globals, answer: merchant.answer })
  const live = new Map()
  const payments = [openShop(fake, {}, live), openShop(fake, {}, live)].map((checkout) => checkout.pay('order-1'))
  await fake.advance(100)
  expect(bridge.calls).toBe(1)
  for (const payment of payments) payment.stop()
})

it('invokes once where two tabs pay the same order, and tells both', async () => {
  let paid = false
  const merchant = makeMerchant({ status: () => says(paid ? 'paid' : 'pending') })
  const bridge = makeBridge()
  const one = fakeHost({ globals: bridge.globals, answer: merchant.answer })
  const two = fakeHost({ globals: bridge.globals, answer: merchant.answer, beside: one })
  const first = openShop(one).pay('order-1')
  await one.advance(100)
  const second = openShop(two).pay('order-1')
  await one.advance(100)
  expect([bridge.calls, second.id, second.state.phase]).toEqual([1, first.id, 'away'])
  paid = true
  bridge.answer({ err_msg: 'get_brand_wcpay_request:ok' })
  await one.advance(500)
  expect([(await first.result).status, (await second.result).status]).toEqual(['paid', 'paid'])
})
