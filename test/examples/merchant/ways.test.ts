/** Every way of paying, from the order to the server's word, against both wallets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Market, newId, openMarket, shopOrigin } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

const returnUrl = `${shopOrigin}/done`

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

  it('is paid in its own mini program, by the code that the mini program asked for', async () => {
    const [payment, order] = [newId(), await market.order()]
    const identity = { kind: 'login-code', value: await market.phone.loginCode(wallet) }
    const there = { platform: `${wallet}-mini`, accepts: [`${wallet}.mini`], wallet: undefined, identity }
    const { body } = await market.prepare(payment, order, there)
    expect(body.action?.kind).toBe(`${wallet}.mini`)
    const { kind, ...params } = body.action ?? {}
    // A mini program says nothing of its appid: WeChat knows which one it runs.
    await market.phone.tap(wallet, { appId: market.accounts.wechat.mini.appid, ...params })
    await paid(payment, order)
  })

  it.each(['app-native', 'app-webview'])('is paid by the wallet’s SDK in an %s', async (platform) => {
    const [payment, order] = [newId(), await market.order()]
    const { body } = await market.prepare(payment, order, { wallet, platform, accepts: ['app.bridge', 'redirect'] })
    expect(body.action).toMatchObject({ kind: 'app.bridge', wallet })
    const { params } = body.action ?? {}
    await market.phone.tap(wallet, typeof params === 'string' ? { orderStr: params } : params)
    await paid(payment, order)
  })

  it.each(['mobile-browser', 'app-browser'])('is paid by leaving a %s for its cashier', async (platform) => {
    const [payment, order] = [newId(), await market.order()]
    const { body } = await market.prepare(payment, order, { wallet, platform, accepts: ['redirect'], returnUrl })
    expect(body.action?.kind).toBe('redirect')
    await market.phone.visitAndPay(wallet, body.action?.url)
    await paid(payment, order)
  })
})

it.each(['desktop-browser', 'mobile-browser'])(
  'pays with Alipay by a form on a %s, signed fields and no HTML',
  async (at) => {
    const [payment, order] = [newId(), await market.order()]
    const { body } = await market.prepare(payment, order, {
      wallet: 'alipay',
      platform: at,
      accepts: ['form'],
      returnUrl,
    })
    const { url, fields } = body.action ?? {}
    expect(Object.keys(Object(fields))).toEqual(['biz_content'])
    const { next } = await market.phone.visitAndPay('alipay', url, Object(fields))
    expect(String(next).startsWith(returnUrl)).toBe(true)
    await paid(payment, order)
  },
)

it('takes the first accepted way that can be done there', async () => {
  const accepts = ['app.bridge', 'wechat.mini', 'alipay.bridge', 'qr']
  const { body } = await market.prepare(newId(), await market.order(), { accepts, wallet: 'alipay' })
  expect(body.action?.kind).toBe('qr')
})

it.each([
  ['wechat-browser', ['qr'], /^weixin:/],
  ['alipay-browser', ['qr'], /^https:\/\/qr\.alipay\.com\//],
  ['desktop-browser', ['qr'], /^weixin:/],
])('takes the wallet of the place in a %s, else WeChat', async (platform, accepts, code) => {
  const { body } = await market.prepare(newId(), await market.order(), { platform, accepts, wallet: undefined })
  expect(body.action?.content).toMatch(code)
})

it('takes the wallet that has the accepted way', async () => {
  const there = { platform: 'mobile-browser', accepts: ['form'], wallet: undefined, returnUrl }
  const { body } = await market.prepare(newId(), await market.order(), there)
  expect(body.action?.kind).toBe('form')
})

it.each([
  { platform: 'wechat-browser', accepts: ['redirect'], wallet: 'wechat' },
  { platform: 'desktop-browser', accepts: ['wechat.bridge'], wallet: 'wechat' },
  { platform: 'desktop-browser', accepts: [], wallet: 'wechat' },
  { platform: 'desktop-browser', accepts: ['qr'], wallet: 'constructor' },
])('says unsupported where there is no way: $platform $accepts $wallet', async (wish) => {
  const { http, body } = await market.prepare(newId(), await market.order(), wish)
  expect([http, body.error?.code]).toEqual([422, 'unsupported'])
})

it('shows a payment code that neither wallet gave out to neither: UnionPay’s', async () => {
  const [payment, order] = [newId(), await market.order()]
  const { http, body } = await market.charge(payment, order, `62${'0'.repeat(17)}`)
  expect([http, body.error?.code]).toEqual([422, 'unsupported'])
  expect((await market.status(payment, order)).body).toMatchObject({ status: 'pending', phase: 'not-found' })
})
