/** R6: pending is fresh. What the wallets tell is believed when it is theirs, and is not waited for. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Market, newId, openMarket, until } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterEach(() => {
  Object.assign(market.wallets.faults, { notification: 'normal', query: 'normal' })
})
afterAll(() => market.stop())

describe.each(['wechat', 'alipay'])('%s', (wallet) => {
  const prepared = async () => {
    const [payment, order] = [newId(), await market.order()]
    const { body } = await market.prepare(payment, order, { wallet })
    return { payment, order, content: body.action?.content }
  }

  it('says paid though the notification was lost', async () => {
    market.wallets.faults.notification = 'lost'
    const { payment, order, content } = await prepared()
    await market.phone.scanAndPay(wallet, content)
    expect((await market.status(payment, order)).body).toMatchObject({ status: 'paid', paidBy: payment })
  })

  it('says neither pending nor anything else while the wallet is silent', async () => {
    const { payment, order } = await prepared()
    market.wallets.faults.query = 'down'
    const { http, body } = await market.status(payment, order)
    expect([http, body.error?.code]).toEqual([503, 'wallet_silent'])
    expect(body.retryAfterSeconds).toBeGreaterThan(0)
  })

  it('refuses a forged notification, and nothing changes', async () => {
    market.wallets.faults.notification = 'forged'
    const { payment, order } = await prepared()
    await new Promise((done) => setTimeout(done, 300))
    expect((await market.status(payment, order)).body.status).toBe('pending')
    expect(market.wallets.ledger.taken(payment)).toBe(0)
  })

  it('takes a notification that comes twice once', async () => {
    market.wallets.faults.notification = 'twice'
    const { payment, order, content } = await prepared()
    await market.phone.scanAndPay(wallet, content)
    await until(() => market.wallets.ledger.payments().some(({ number, told }) => number === payment && told))
    expect((await market.status(payment, order)).body).toMatchObject({ status: 'paid', paidBy: payment })
    expect(market.wallets.ledger.returned(payment)).toBe(0)
  })

  it('answers a held status as soon as the money comes', async () => {
    const { payment, order, content } = await prepared()
    const offer = await market.phone.scan(wallet, content)
    await market.status(payment, order) // a scan is news, too: it is told first
    const began = Date.now()
    const held = market.status(payment, order, { waitSeconds: 20 })
    await market.phone.pay(wallet, offer)
    expect((await held).body.status).toBe('paid')
    expect(Date.now() - began).toBeLessThan(4000)
  })
})

it('takes Alipay’s word that a trade does not exist for pending, never for closed', async () => {
  const [payment, order] = [newId(), await market.order()]
  await market.prepare(payment, order, { wallet: 'alipay' })
  expect(market.wallets.ledger.trade('alipay', payment)).toBeUndefined()
  expect((await market.status(payment, order)).body.status).toBe('pending')
})

it('says that a code was scanned', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.prepare(payment, order, { wallet: 'alipay' })
  await market.phone.scan('alipay', body.action?.content)
  expect((await market.status(payment, order)).body).toMatchObject({ status: 'pending', phase: 'scanned' })
})

it('says not-found, and pending, of a payment that it never heard of', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { body } = await market.status(payment, order)
  expect(body).toMatchObject({ payment, order, status: 'pending', phase: 'not-found' })
})

it('sends back the nonce, so that no stored answer can stand in', async () => {
  const [payment, order, nonce] = [newId(), await market.order(), newId()]
  expect((await market.status(payment, order, { nonce })).body.nonce).toBe(nonce)
})
