/** R7: a payment's id authorises nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Market, newId, openMarket, send, shopOrigin, until } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

it('knows no order by anything but its handle', async () => {
  const { http, body } = await market.prepare(newId(), 'order-1')
  expect([http, body.error?.code]).toEqual([404, 'order_unknown'])
  expect((await market.status(newId(), 'order-1')).http).toBe(404)
  expect((await market.close(newId(), 'order-1')).http).toBe(404)
})

it('gives out handles that cannot be guessed', async () => {
  const handles = await Promise.all(Array.from({ length: 20 }, () => market.order()))
  expect(new Set(handles).size).toBe(20)
  for (const handle of handles) expect(handle).toMatch(/^[\w-]{22}$/)
})

it.each(['prepare', 'status', 'close'] as const)('refuses the id of another order’s payment in %s', async (name) => {
  const [payment, order, other] = [newId(), await market.order(), await market.order()]
  await market.prepare(payment, order)
  const { http, body } = await market[name](payment, other)
  expect([http, body.error?.code]).toEqual([409, 'payment_conflict'])
})

describe.each(['prepare', 'status', 'close'])('%s', (name) => {
  const url = () => `${market.merchant.origin}/pay/${name}`

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])('refuses %s', async (type) => {
    const { http, body } = await send(url(), {}, { 'content-type': type })
    expect([http, body.error?.code]).toEqual([415, 'not_json'])
  })

  it('refuses GET, which a cache may replay', async () => {
    const response = await fetch(url())
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('refuses a body outside the contract, and lets nobody keep the answer', async () => {
    const { http, headers, body } = await send(url(), { payment: 'short' })
    expect([http, body.error?.code]).toEqual([400, 'bad_request'])
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

it.each([
  'https://shop.example.evil.example/pay',
  'https://evil.example/https://shop.example',
  'https://shop.example@evil.example/',
  'http://shop.example/pay',
  'javascript:alert(1)',
  '/pay',
])('sends no payer back to %s', async (returnUrl) => {
  const { http, body } = await market.prepare(newId(), await market.order(), { returnUrl })
  expect([http, body.error?.code]).toEqual([422, 'return_url_refused'])
})

it('sends the payer back to the shop’s own page', async () => {
  const returnUrl = `${shopOrigin}/done?order=1`
  const h5 = { platform: 'mobile-browser', accepts: ['redirect'], returnUrl }
  const { body } = await market.prepare(newId(), await market.order(), h5)
  expect(new URL(String(body.action?.url)).searchParams.get('redirect_url')).toBe(returnUrl)
})

it('closes a payment that was opened for another amount than the order has now', async () => {
  const [old, order] = [newId(), await market.order()]
  const before = await market.prepare(old, order)
  await market.merchant.reprice(order, 1200)
  const { body } = await market.prepare(old, order)
  expect(body).toMatchObject({ status: 'closed', amount: { value: 1200 } })
  await expect(market.phone.scan('wechat', before.body.action?.content)).rejects.toThrow('已关闭')
  expect((await market.prepare(newId(), order)).body.amount).toEqual({ value: 1200, currency: 'CNY' })
})

it('gives back money that came for the old amount: it does not pay the order', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order)
  const offer = await market.phone.scan('wechat', body.action?.content)
  await market.merchant.reprice(order, 1200)
  await market.phone.pay('wechat', offer)
  await until(async () => (await market.status(payment, order)).body.status === 'refunded')
  expect(market.wallets.ledger.returned(payment)).toBe(990)
  expect((await market.prepare(newId(), order)).body.action?.kind).toBe('qr')
})
