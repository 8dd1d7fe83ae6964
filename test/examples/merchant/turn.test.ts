/** One at a time for an order. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Office } from '../../../examples/merchant/office.ts'
import { makeOrder } from '../../../examples/merchant/orders.ts'
import { inTurn } from '../../../examples/merchant/turn.ts'
import { type Market, openMarket } from './market.ts'

let market: Market
let office: Office
beforeAll(async () => {
  market = await openMarket()
  office = await market.office()
})
afterAll(() => market.stop())

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

it('never lets two work on one order at once, and lets each have its turn', async () => {
  const order = await makeOrder(office, 'Tea', 990)
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await sleep(20)
    inside--
  }
  await Promise.all(Array.from({ length: 8 }, () => inTurn(office, order, work)))
  expect([most, inside]).toEqual([1, 0])
})

it('gives the turn back where the work fails', async () => {
  const order = await makeOrder(office, 'Tea', 990)
  const failing = inTurn(office, order, () => Promise.reject(new Error('broken')))
  await expect(failing).rejects.toThrow('broken')
  expect(await inTurn(office, order, async () => 'done')).toBe('done')
})

it('frees the order of a server that died in its turn, when the lease ends', async () => {
  const order = await makeOrder(office, 'Tea', 990)
  await office.store.sql(
    `update orders set turn = 'dead', turn_until = now() + interval '1 second' where handle = $1`,
    [order],
  )
  const began = Date.now()
  expect(await inTurn(office, order, async () => 'done')).toBe('done')
  expect(Date.now() - began).toBeGreaterThan(900)
})

it('keeps a turn for as long as its work takes', async () => {
  const order = await makeOrder(office, 'Tea', 990)
  const secondsLeft = async () => {
    const left = 'select extract(epoch from turn_until - now())::float8 as left from orders where handle = $1'
    return (await office.store.sql<{ left: number }>(left, [order]))[0]?.left ?? 0
  }
  await inTurn(office, order, async () => {
    const first = await secondsLeft()
    await sleep(5500)
    expect(await secondsLeft()).toBeGreaterThan(first - 2)
  })
  expect(await secondsLeft()).toBe(0)
})

it('does not wait for ever: it answers busy', async () => {
  const order = await makeOrder(office, 'Tea', 990)
  await office.store.sql(`update orders set turn = 'slow', turn_until = now() + interval '1 hour' where handle = $1`, [
    order,
  ])
  await expect(inTurn(office, order, async () => 'done')).rejects.toMatchObject({ code: 'order_busy', status: 409 })
})
