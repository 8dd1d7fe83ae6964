/** What a cashier has in sight: payments that the server has not said its last word about. */
import { describe, expect, it } from 'vitest'
import { lost, says } from '../checkout/shop.ts'
import { wechat } from './corpus.ts'
import { counter } from './counter.ts'

describe('USERPAYING', () => {
  it('is a state that the cashier sees, with the time left', async () => {
    const { desk, advance, host } = counter({ status: () => says('pending', { phase: 'user-paying' }) })
    let told = 0
    desk.subscribe(() => {
      told += 1
    })
    await desk.charge('order-1', wechat)
    await advance(3_000)
    const [{ payerAsked, endsAtMs = 0 } = { payerAsked: false }] = desk.unresolved()
    expect([payerAsked, endsAtMs - host.wallMs()]).toEqual([true, 27_000])
    expect(told).toBeGreaterThan(1)
    desk.stop()
  })
})

it('asks on, ten times a minute at most, for as long as the server has not said its last word', async () => {
  let up = false
  const down = () => (up ? says('paid') : lost)
  const { desk, advance, merchant } = counter({ prepare: () => lost, status: down, close: down })
  await desk.charge('order-1', wechat)
  await advance(3_600_000)
  expect(desk.unresolved()).toHaveLength(1)
  expect(merchant.count.status).toBeLessThan(600)
  up = true
  await advance(120_000)
  expect(desk.unresolved()).toEqual([])
})

it('has a payment ended that the server has said nothing final about by its deadline', async () => {
  const { desk, advance, merchant } = counter({ prepare: () => lost })
  await desk.charge('order-1', wechat)
  await advance(125_000)
  expect([merchant.count.prepare, merchant.count.close, desk.unresolved()]).toEqual([1, 1, []])
})

it('charges all the same where a listener throws', async () => {
  const { desk, advance, merchant } = counter({ status: () => says('paid') })
  const thrown: unknown[] = []
  const hear = (reason: unknown) => thrown.push(reason)
  process.once('unhandledRejection', hear)
  const forget = desk.subscribe(() => {
    forget()
    throw new Error('a page’s own bug')
  })
  const charge = await desk.charge('order-1', wechat)
  await advance(5_000)
  expect(charge.taken && (await charge.payment.result).status).toBe('paid')
  expect([merchant.count.prepare, thrown.length]).toEqual([1, 1])
  process.off('unhandledRejection', hear)
})

it('leaves nothing running after a stop, and its records where they are', async () => {
  const { desk, advance, held, device } = counter()
  await desk.charge('order-1', wechat)
  await advance(100)
  desk.stop()
  await advance(0)
  expect(held()).toEqual({ timers: 0, listeners: 0, locks: 0 })
  expect(device.kept.size).toBe(1)
})
