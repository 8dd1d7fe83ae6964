/** R2: an id retires only on the server's final word, and the first payable action fixes its channel. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Market, newId, openMarket, shopOrigin } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

const tradesOf = (payment: string) => market.wallets.ledger.trades().filter((trade) => trade.number === payment).length

it('answers the same id with the same action, and opens one wallet order for it', async () => {
  const [payment, order] = [newId(), await market.order()]
  const first = await market.prepare(payment, order)
  const again = await market.prepare(payment, order)
  expect(again.body.action).toEqual(first.body.action)
  expect(tradesOf(payment)).toBe(1)
})

it('opens one wallet order for an id that is sent five times at once', async () => {
  const [payment, order] = [newId(), await market.order()]
  const answers = await Promise.all(Array.from({ length: 5 }, () => market.prepare(payment, order)))
  const contents = new Set(answers.map(({ body }) => body.action?.content))
  expect(contents.size).toBe(1)
  expect(tradesOf(payment)).toBe(1)
})

it('refuses another wallet for an id that was opened already', async () => {
  const [payment, order] = [newId(), await market.order()]
  await market.prepare(payment, order)
  const { http, body } = await market.prepare(payment, order, { wallet: 'alipay' })
  expect([http, body.error?.code]).toEqual([409, 'channel_fixed'])
})

it('refuses another way of paying for an id that was opened already', async () => {
  const [payment, order] = [newId(), await market.order()]
  const form = { wallet: 'alipay', accepts: ['form'], returnUrl: shopOrigin }
  await market.prepare(payment, order, form)
  const { http, body } = await market.prepare(payment, order, { ...form, accepts: ['redirect'] })
  expect([http, body.error?.code]).toEqual([409, 'channel_fixed'])
})

it('opens a new id for another wallet, after the old one is closed at its wallet', async () => {
  const [old, payment, order] = [newId(), newId(), await market.order()]
  const before = await market.prepare(old, order)
  const { body } = await market.prepare(payment, order, { wallet: 'alipay' })
  expect(body.action?.kind).toBe('qr')
  expect((await market.status(old, order)).body.status).toBe('closed')
  await expect(market.phone.scan('wechat', before.body.action?.content)).rejects.toThrow('已关闭')
})

it('keeps the word on an id that was closed', async () => {
  const [payment, order] = [newId(), await market.order()]
  await market.prepare(payment, order)
  await market.close(payment, order)
  expect((await market.prepare(payment, order)).body).toMatchObject({ payment, status: 'closed' })
})

it('leaves one way to pay where two devices prepare at once', async () => {
  const [one, two, order] = [newId(), newId(), await market.order()]
  await Promise.all([market.prepare(one, order), market.prepare(two, order)])
  const open = market.wallets.ledger.trades().filter(({ number, closedAt }) => [one, two].includes(number) && !closedAt)
  expect(open).toHaveLength(1)
})

it('fixes nothing where the wallet refused the order: the same id may go another way', async () => {
  const refusing = await openMarket({}, (accounts) => {
    accounts.wechat.appid = 'wx0000000000000000'
  })
  const [payment, order] = [newId(), await refusing.order()]
  const { http, body } = await refusing.prepare(payment, order)
  expect([http, body.error?.code]).toEqual([502, 'wallet_refused'])
  expect((await refusing.prepare(payment, order, { wallet: 'alipay' })).body.action?.kind).toBe('qr')
  await refusing.stop()
})
