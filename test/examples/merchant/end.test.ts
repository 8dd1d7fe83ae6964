/** R8 again: `expiresInSeconds` is the last moment at which money can come by an action. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Market, newId, openMarket } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket({ lifeSeconds: 3 })
})
afterAll(() => market.stop())

const after = (seconds: unknown) => new Promise((done) => setTimeout(done, Number(seconds) * 1000 + 1100))

it('counts down to the end that the wallet knows, then closes there and says closed', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order)
  expect(body.expiresInSeconds).toBeLessThanOrEqual(3)
  await after(body.expiresInSeconds)
  await expect(market.phone.scan('wechat', body.action?.content)).rejects.toThrow('已失效')
  expect((await market.status(payment, order)).body).toMatchObject({ payment, status: 'closed' })
  expect(market.wallets.ledger.trade('wechat', payment)?.closedAt).not.toBeNull()
})

it('answers closed, not an old action, to a prepare that comes after the end', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order)
  await after(body.expiresInSeconds)
  const late = await market.prepare(payment, order)
  expect(late.body).toMatchObject({ payment, status: 'closed' })
  expect(late.body.action).toBeUndefined()
})

it('is paid where the money came before the end and was told of after it', async () => {
  market.wallets.faults.notification = 'lost'
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order)
  await market.phone.scanAndPay('wechat', body.action?.content)
  await after(body.expiresInSeconds)
  expect((await market.status(payment, order)).body).toMatchObject({ status: 'paid', paidBy: payment })
})
