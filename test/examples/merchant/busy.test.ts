/** R3: unresolved means busy. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Market, newId, openMarket } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterEach(() => {
  market.wallets.faults.query = 'normal'
})
afterAll(() => market.stop())

const expectBusy = async (payment: string, order: string) => {
  const { http, headers, body } = await market.prepare(payment, order)
  expect([http, body.error?.code]).toEqual([409, 'order_busy'])
  expect(body.retryAfterSeconds).toBeGreaterThan(0)
  expect(headers.get('retry-after')).toBe(String(body.retryAfterSeconds))
  expect(market.wallets.ledger.trade('wechat', payment)).toBeUndefined()
}

it('opens nothing while an Alipay code that nobody scanned cannot be closed', async () => {
  const order = await market.order()
  await market.prepare(newId(), order, { wallet: 'alipay' })
  await expectBusy(newId(), order)
})

it('opens the new one once that code was scanned and can be closed', async () => {
  const [old, order] = [newId(), await market.order()]
  const { body } = await market.prepare(old, order, { wallet: 'alipay' })
  await market.phone.scan('alipay', body.action?.content)
  expect((await market.prepare(newId(), order)).body.action?.kind).toBe('qr')
  expect((await market.status(old, order)).body.status).toBe('closed')
})

it('opens nothing while the wallet does not say what became of the old payment', async () => {
  const order = await market.order()
  await market.prepare(newId(), order)
  market.wallets.faults.query = 'down'
  await expectBusy(newId(), order)
})

it('goes back to the old payment, which can still be paid', async () => {
  const [old, order] = [newId(), await market.order()]
  const { body } = await market.prepare(old, order, { wallet: 'alipay' })
  await expectBusy(newId(), order)
  await market.phone.scanAndPay('alipay', body.action?.content)
  expect((await market.status(old, order, { waitSeconds: 5 })).body).toMatchObject({ status: 'paid', paidBy: old })
})
