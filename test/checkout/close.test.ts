import { expect, it } from 'vitest'
import { fakeHost } from '../../src/testing/fake.ts'
import { lost, offer, openShop, qrAction, says, shop } from './shop.ts'

it('closes what is unpaid, and settles', async () => {
  const { checkout, advance } = shop({ prepare: () => offer(qrAction) })
  const payment = checkout.pay('order-1')
  await advance(100)
  expect((await payment.close()).status).toBe('closed')
  expect((await payment.result).status).toBe('closed')
})

it('answers paid where the money came first', async () => {
  const { checkout, advance } = shop({ prepare: () => offer(qrAction), close: () => says('paid') })
  const payment = checkout.pay('order-1')
  await advance(100)
  expect((await payment.close()).status).toBe('paid')
  expect((await payment.result).status).toBe('paid')
})

it('answers pending, and goes on watching, where the server would not or could not say', async () => {
  for (const close of [() => lost, () => says('pending'), () => ({ nonsense: true })]) {
    const { checkout, advance } = shop({ prepare: () => offer(qrAction), close })
    const payment = checkout.pay('order-1')
    await advance(100)
    expect((await payment.close()).status).toBe('pending')
    expect(payment.state.phase).toBe('showing')
    payment.stop()
  }
})

it('forgets the record when a payment that ended as pending is closed', async () => {
  const { checkout, advance, device } = shop({ prepare: () => offer(qrAction) })
  const payment = checkout.pay('order-1')
  await advance(100)
  payment.stop()
  expect(device.kept.size).toBe(1)
  await payment.close()
  expect(device.kept.size).toBe(0)
  expect((await payment.result).status).toBe('pending')
})

it('does not take the word of another order for its own', async () => {
  const { checkout, advance } = shop({
    prepare: () => offer(qrAction),
    close: () => says('paid', { order: 'order-2' }),
  })
  const payment = checkout.pay('order-1')
  await advance(100)
  expect((await payment.close()).error?.code).toBe('answer_foreign')
  payment.stop()
})

it('goes through a shop’s own client, where `send` is given', async () => {
  const calls: string[] = []
  const fake = fakeHost()
  const send = async (call: string, body: unknown) => {
    calls.push(call)
    const { payment, order, nonce } = body as Record<string, unknown>
    return { payment, order, nonce, ...(call === 'prepare' ? offer(qrAction) : says('paid')) }
  }
  const { endpoint: _, ...options } = { endpoint: undefined, send }
  const checkout = openShop(fake, { ...options, endpoint: undefined as never })
  const payment = checkout.pay('order-1')
  await fake.advance(4_000)
  expect((await payment.result).status).toBe('paid')
  expect(calls).toEqual(['prepare', 'status'])
})
