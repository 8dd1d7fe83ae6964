/** Three devices on one order, each doing what it likes: the shop is paid once, or not at all. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceFrom } from '../../../src/testing/chance.ts'
import { type Market, newId, openMarket, until } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

/** The same seed makes the same storm, but for how the devices overtake each other. */
const drawing = (seed: number) => {
  const chance = chanceFrom(seed)
  return (below: number) => Math.floor(chance() * below)
}

const device = async (order: string, seed: number) => {
  const draw = drawing(seed)
  const ids = [newId(), newId()]
  for (let step = 0; step < 8; step++) {
    const payment = ids[draw(2)] ?? ''
    const wallet = draw(2) ? 'wechat' : 'alipay'
    const deed = draw(6)
    if (deed === 0) await market.close(payment, order)
    if (deed === 1) await market.status(payment, order)
    if (deed < 2) continue
    const { body } = await market.prepare(payment, order, { wallet })
    // A phone refuses a code that was closed meanwhile: that is what closing is for.
    if (body.action && deed > 3) await market.phone.scanAndPay(wallet, body.action.content).catch(() => null)
  }
  return ids
}

it.each([1, 2, 3, 4])('keeps one payment of an order at most (storm %i)', async (seed) => {
  market.wallets.faults.notification = seed % 2 ? 'lost' : 'twice'
  const order = await market.order()
  const ids = (await Promise.all([1, 2, 3].map((one) => device(order, seed * 10 + one)))).flat()
  const { ledger } = market.wallets
  const kept = () => ids.map((id) => ledger.taken(id) * 990 - ledger.returned(id)).filter((value) => value > 0)
  const wasPaid = ids.some((id) => ledger.taken(id) > 0)
  await until(async () => (await market.status(newId(), order)).body.status === (wasPaid ? 'paid' : 'pending'))
  await until(() => kept().length === (wasPaid ? 1 : 0))
  for (const id of ids) expect(ledger.taken(id)).toBeLessThanOrEqual(1)
})
