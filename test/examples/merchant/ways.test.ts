/** Every way of paying, from the order to the server's word, against both wallets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Market, newId, openMarket, shopOrigin } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

const paid = async (payment: string, order: string) => {
  const { body } = await market.status(payment, order, { waitSeconds: 5 })
  expect(body).toMatchObject({
    payment,
    order,
    status: 'paid',
    paidBy: payment,
    amount: { value: 990, currency: 'CNY' },
  })
  expect(market.wallets.ledger.taken(payment)).toBe(1)
}

describe.each(['wechat', 'alipay'])('%s', (wallet) => {
  it('is paid by a code on a screen', async () => {
    const [payment, order] = [newId(), await market.order()]
    const { body } = await market.prepare(payment, order, { wallet })
    expect(body).toMatchObject({ payment, order, action: { kind: 'qr' }, title: '龙井 Longjing' })
    expect(body.payee).toBe(market.wallets.accounts.wechat.payee)
    await market.phone.scanAndPay(wallet, body.action?.content)
    await paid(payment, order)
  })

  it('is paid by its own browser’s bridge, after a login that asks nothing', async () => {
    const [payment, order] = [newId(), await market.order()]
    const there = { platform: `${wallet}-browser`, accepts: [`${wallet}.bridge`], wallet: undefined }
    const returnUrl = `${shopOrigin}/pay?order=${order}`
    const first = await market.prepare(payment, order, { ...there, returnUrl })
    expect(first.body.action?.kind).toBe('authorize')
    const back = await market.phone.login(first.body.action?.url)
    expect(back.href.startsWith(returnUrl)).toBe(true)
    expect(back.searchParams.get('state')).toBe(payment)
    const code = back.searchParams.get('code') ?? back.searchParams.get('auth_code')
    const identity = { kind: 'oauth-code', value: code }
    const { body } = await market.prepare(payment, order, { ...there, returnUrl, identity })
    expect(body.action?.kind).toBe(`${wallet}.bridge`)
    const { kind, ...params } = body.action ?? {}
    await market.phone.tap(wallet, params)
    await paid(payment, order)
  })
})
