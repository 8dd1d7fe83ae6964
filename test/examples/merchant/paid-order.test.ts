/** R1: the order is the truth. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { look } from '../../../examples/merchant/look.ts'
import { findOrder, makeOrder } from '../../../examples/merchant/orders.ts'
import { readPayment } from '../../../examples/merchant/payments.ts'
import { wordOn } from '../../../examples/merchant/word.ts'
import { type Market, newId, openMarket, until } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

const paidOrder = async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order)
  await market.phone.scanAndPay('wechat', body.action?.content)
  await until(async () => (await market.status(payment, order)).body.status === 'paid')
  return { payment, order }
}

it('says paid, and by which payment, whichever payment of the order is asked about', async () => {
  const { payment, order } = await paidOrder()
  const other = newId()
  const word = { payment: other, order, status: 'paid', paidBy: payment }
  expect((await market.status(other, order)).body).toMatchObject(word)
  expect((await market.prepare(other, order)).body).toMatchObject(word)
  expect((await market.close(other, order)).body).toMatchObject(word)
  expect(market.wallets.ledger.trade('wechat', other)).toBeUndefined()
})

it('does not invoke a paid order again, though its notification was lost', async () => {
  market.wallets.faults.notification = 'lost'
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order)
  await market.phone.scanAndPay('wechat', body.action?.content)
  const other = newId()
  expect((await market.prepare(other, order)).body).toMatchObject({ status: 'paid', paidBy: payment })
  expect(market.wallets.ledger.trade('wechat', other)).toBeUndefined()
  market.wallets.faults.notification = 'normal'
})

it('keeps the first money that comes, and gives any other back at once', async () => {
  const { wallets, phone } = market
  const office = await market.office()
  const order = await findOrder(office, await makeOrder(office, 'Tea', 990))
  const [first, second] = [newId(), newId()]
  // Two wallets' codes that are open at once: what R3 forbids, and what a closed code that is paid all the same comes to.
  for (const [payment, wallet] of [[first, 'wechat'] as const, [second, 'alipay'] as const]) {
    const expiresAt = new Date(Date.now() + 60_000)
    await office.store.sql(
      `insert into payments (id, order_handle, value, currency, wallet, channel, expires_at)
       values ($1, $2, 990, 'CNY', $3, 'qr', $4)`,
      [payment, order.handle, wallet, expiresAt],
    )
    const terms = { payment, ...order, expiresAt, platform: 'desktop-browser', payer: null, payerIp: '127.0.0.1' }
    const opened = await office.wallets[wallet].open('qr', terms)
    if (opened === 'silent' || 'refused' in opened) throw new Error('The wallet did not open the order')
    await phone.scanAndPay(wallet, opened.action.content)
  }
  for (const payment of [first, second]) await look(office, await readPayment(office, payment))

  expect(wallets.ledger.returned(first)).toBe(0)
  expect(wallets.ledger.returned(second)).toBe(990)
  const word = { status: 'paid', paidBy: first }
  expect(await wordOn(office, order.handle, first)).toMatchObject(word)
  expect(await wordOn(office, order.handle, second)).toMatchObject(word)
})
