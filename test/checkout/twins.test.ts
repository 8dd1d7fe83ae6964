/** Two payments under one id, in tabs or checkouts side by side: what one comes to spoils nothing of the other’s. */
import { expect, it } from 'vitest'
import { fakeHost } from '../../src/testing/fake.ts'
import { bridgeAction, lost, makeBridge, makeMerchant, never, offer, openShop, says, shop } from './shop.ts'

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
