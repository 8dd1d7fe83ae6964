/** R4: close is remembered. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Market, newId, openMarket, until } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterEach(() => {
  market.wallets.faults.query = 'normal'
})
afterAll(() => market.stop())

it('remembers the close of an id that was never heard of: a prepare that arrives later calls no wallet', async () => {
  const [payment, order] = [newId(), await market.order()]
  expect((await market.close(payment, order)).body).toMatchObject({ payment, order, status: 'closed' })
  const late = await market.prepare(payment, order)
  expect(late.body).toMatchObject({ status: 'closed', amount: { value: 990, currency: 'CNY' } })
  expect(late.body.action).toBeUndefined()
  expect(market.wallets.ledger.trade('wechat', payment)).toBeUndefined()
})

it('closes at the wallet, so that the payer’s phone refuses', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order)
  expect((await market.close(payment, order)).body.status).toBe('closed')
  await expect(market.phone.scan('wechat', body.action?.content)).rejects.toThrow('已关闭')
})

it('is safe to repeat', async () => {
  const [payment, order] = [newId(), await market.order()]
  await market.prepare(payment, order)
  await market.close(payment, order)
  expect((await market.close(payment, order)).body.status).toBe('closed')
})

it('answers paid where the money came first', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order)
  await market.phone.scanAndPay('wechat', body.action?.content)
  expect((await market.close(payment, order)).body).toMatchObject({ status: 'paid', paidBy: payment })
})

it('answers pending while the wallet will not say, and closes when it can', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order, { wallet: 'alipay' })
  expect((await market.close(payment, order)).body).toMatchObject({ status: 'pending', phase: 'closing' })
  expect((await market.prepare(payment, order, { wallet: 'alipay' })).body.error?.code).toBe('order_busy')
  await market.phone.scan('alipay', body.action?.content)
  await until(async () => (await market.status(payment, order)).body.status === 'closed')
})
