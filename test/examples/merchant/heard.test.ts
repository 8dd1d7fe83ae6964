/** Alipay's mini programs hear no answer of HTTP 4xx: theirs are told with 200. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Market, newId, openMarket, send } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

const ask = (call: string, body: object) => send(`${market.merchant.origin}/pay/alipay-mini/${call}`, body)

const inMini = async () => {
  const identity = { kind: 'login-code', value: await market.phone.loginCode('alipay') }
  return { platform: 'alipay-mini', accepts: ['alipay.mini'], identity }
}

it('tells a refusal with 200, in the words that everybody gets', async () => {
  const asked = { payment: newId(), order: 'nobody-knows-this-order', nonce: newId() }
  const heard = await ask('status', asked)
  const plain = await market.status(asked.payment, asked.order)
  expect([heard.http, plain.http]).toEqual([200, 404])
  expect(heard.body).toEqual(plain.body)
})

it('says in the body when to ask again, too', async () => {
  const [shown, payment, order] = [newId(), newId(), await market.order()]
  await market.prepare(shown, order, { wallet: 'alipay' })
  const { http, body } = await ask('prepare', { payment, order, ...(await inMini()) })
  expect([http, body.error?.code, body.retryAfterSeconds]).toEqual([200, 'order_busy', 5])
})

it('leaves what passes by itself as it is: unheard, it is asked for again', async () => {
  const [payment, order, mini] = [newId(), await market.order(), await inMini()]
  await market.wallets.stop()
  expect((await ask('prepare', { payment, order, ...mini })).http).toBe(503)
})
