import { expect, it } from 'vitest'
import { fakeHost } from '../../src/testing/fake.ts'
import { bridgeAction, lost, makeBridge, makeMerchant, never, offer, openShop, says, shop } from './shop.ts'

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

it('refuses the wallet of another house before anything is sent', async () => {
  const { checkout, merchant } = shop()
  const payment = checkout.pay('order-1', { wallet: 'alipay' })
  expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'unsupported_here', retry: 'never' } })
  expect(merchant.count.prepare).toBe(0)
})

it('does not take the patience of one that was stopped for its own: the bridge may still come', async () => {
  const merchant = makeMerchant()
  const bridge = makeBridge()
  const fake = fakeHost({ answer: merchant.answer })
  const live = new Map()
  const first = openShop(fake, {}, live).pay('order-1')
  await fake.advance(100)
  const second = openShop(fake, {}, live).pay('order-1')
  await fake.advance(100)
  first.stop()
  await fake.advance(100)
  Object.assign(fake.globals, bridge.globals)
  fake.fire('WeixinJSBridgeReady')
  await fake.advance(100)
  expect([bridge.calls, second.state.phase]).toEqual([1, 'invoking'])
  second.stop()
})

it('is not failed by a twin that never reached the server while the wallet has it', async () => {
  const first = shop({ prepare: () => lost })
  const payment = first.checkout.pay('order-1')
  await first.advance(1)
  const beside = fakeHost({ beside: first.fake, globals: first.bridge.globals, answer: makeMerchant().answer })
  const twin = openShop(beside).pay('order-1')
  await first.advance(31_000)
  expect([twin.id, first.bridge.calls]).toEqual([payment.id, 1])
  expect((await payment.result).status).toBe('pending')
  beside.unload()
  expect(openShop(fakeHost({ beside })).resume('order-1')?.id).toBe(payment.id)
})

it('is not invoked by an answer that was on its way when a twin was told paid', async () => {
  let answerFirst = () => {}
  const slow = new Promise<void>((resolve) => {
    answerFirst = resolve
  })
  const honest = makeMerchant({ status: () => says('paid'), prepare: () => offer(bridgeAction) })
  const bridge = makeBridge('ok')
  const fake = fakeHost({ globals: bridge.globals })
  fake.setAnswer((url, request) => {
    const isFirst = fake.sent.length === 1
    return isFirst ? slow.then(() => honest.answer(url, request)) : honest.answer(url, request)
  })
  const payment = openShop(fake).pay('order-1')
  await fake.advance(10)
  const twin = openShop(fake).pay('order-1')
  await fake.advance(100)
  expect((await twin.result).status).toBe('paid')
  answerFirst()
  await fake.advance(10)
  expect(bridge.calls).toBe(1)
  payment.stop()
})

it('makes one new id where two twins find their old one closed', async () => {
  const before = shop()
  const { id } = before.checkout.pay('order-1')
  await before.advance(100)
  before.fake.unload()
  const { answer } = makeMerchant({ prepare: ({ payment }) => (payment === id ? says('closed') : offer(bridgeAction)) })
  const fake = fakeHost({ beside: before.fake, globals: makeBridge().globals, answer })
  const twins = [openShop(fake).pay('order-1'), openShop(fake).pay('order-1')]
  await fake.advance(100)
  const ids = new Set(twins.map((twin) => twin.id))
  expect([ids.size, ids.has(id)]).toEqual([1, false])
  for (const twin of twins) twin.stop()
})

it('does not write over the record of the id that a twin has gone on with', async () => {
  const first = shop({ status: ({ payment }) => says(payment === old.id ? 'failed' : 'pending') })
  const old = first.checkout.pay('order-1')
  await first.advance(3_000)
  const cutOff = fakeHost({ beside: first.fake, globals: first.bridge.globals, answer: () => never })
  const twin = openShop(cutOff).pay('order-1')
  await first.advance(6_000)
  expect((await old.result).status).toBe('failed')
  const next = first.checkout.pay('order-1')
  await first.advance(7_500)
  expect(twin.id).toBe(old.id)
  expect(openShop(fakeHost({ beside: first.fake })).resume('order-1')?.id).toBe(next.id)
})

it.each([never, lost])('is not failed where a twin was told paid and took the record with it', async (unanswered) => {
  const first = shop({ prepare: () => unanswered, status: () => lost })
  const payment = first.checkout.pay('order-1')
  await first.advance(1)
  const { answer } = makeMerchant({ status: () => says('paid') })
  const twin = openShop(fakeHost({ beside: first.fake, globals: first.bridge.globals, answer })).pay('order-1')
  await first.advance(6_000)
  expect([(await twin.result).status, twin.id]).toEqual(['paid', payment.id])
  await first.advance(40_000)
  expect((await payment.result).status).toBe('pending')
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
