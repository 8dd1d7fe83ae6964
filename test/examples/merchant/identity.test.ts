/** R5: identity stays with the payment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identified } from '../../../examples/merchant/identity.ts'
import type { Office } from '../../../examples/merchant/office.ts'
import { findOrder, makeOrder } from '../../../examples/merchant/orders.ts'
import { readPayment, registerPayment } from '../../../examples/merchant/payments.ts'
import { type Market, newId, openMarket, shopOrigin } from './market.ts'

let market: Market
let office: Office
beforeAll(async () => {
  market = await openMarket()
  office = await market.office()
})
afterAll(() => market.stop())

describe.each(['wechat', 'alipay'])('%s', (wallet) => {
  const there = { platform: `${wallet}-browser`, accepts: [`${wallet}.bridge`], returnUrl: `${shopOrigin}/pay`, wallet }

  const loggedIn = async () => {
    const [payment, order] = [newId(), await market.order()]
    const { body } = await market.prepare(payment, order, there)
    const { searchParams } = await market.phone.login(body.action?.url)
    const value = searchParams.get('code') ?? searchParams.get('auth_code')
    return { payment, order, identity: { kind: 'oauth-code', value } }
  }

  it('answers the action to a prepare without identity whose code was used already', async () => {
    const { payment, order, identity } = await loggedIn()
    const first = await market.prepare(payment, order, { ...there, identity })
    const lost = await market.prepare(payment, order, there)
    expect(lost.body.action).toEqual(first.body.action)
  })

  it('does not send a code on again', async () => {
    const { payment, order, identity } = await loggedIn()
    const first = await market.prepare(payment, order, { ...there, identity })
    const again = await market.prepare(payment, order, { ...there, identity })
    expect(again.body.action).toEqual(first.body.action)
  })

  it('makes no second trip of itself where a code is refused', async () => {
    const [payment, order] = [newId(), await market.order()]
    const identity = { kind: 'oauth-code', value: 'never-given-out' }
    const { http, body } = await market.prepare(payment, order, { ...there, identity })
    expect([http, body.error?.code]).toEqual([422, 'identity_refused'])
    expect((await market.prepare(payment, order, there)).body.action?.kind).toBe('authorize')
  })

  it('sends a mini program on no trip, for it has no page: without its code the order is refused', async () => {
    const [payment, order] = [newId(), await market.order()]
    const mini = { platform: `${wallet}-mini`, accepts: [`${wallet}.mini`], wallet: undefined }
    const { http, body } = await market.prepare(payment, order, mini)
    expect([http, body.error?.code]).toEqual([422, 'identity_refused'])
    const identity = { kind: 'login-code', value: 'never-given-out' }
    expect((await market.prepare(payment, order, { ...mini, identity })).body.error?.code).toBe('identity_refused')
    const again = { kind: 'login-code', value: await market.phone.loginCode(wallet) }
    expect((await market.prepare(payment, order, { ...mini, identity: again })).body.action?.kind).toBe(
      `${wallet}.mini`,
    )
  })

  it('opens no wallet order, and closes none, for a login trip', async () => {
    const [shown, payment, order] = [newId(), newId(), await market.order()]
    await market.prepare(shown, order)
    await market.prepare(payment, order, there)
    expect(market.wallets.ledger.trades().some(({ number }) => number === payment)).toBe(false)
    expect((await market.status(shown, order)).body.status).toBe('pending')
  })
})

describe('under two appids', () => {
  const codeOf = async () => {
    const there = { platform: 'wechat-browser', accepts: ['wechat.bridge'], returnUrl: `${shopOrigin}/pay` }
    const { body } = await market.prepare(newId(), await market.order(), there)
    return (await market.phone.login(body.action?.url)).searchParams.get('code') ?? ''
  }

  it('one payment keeps both of the payer’s ids, and takes neither for the other', async () => {
    const order = await findOrder(office, await makeOrder(office, '龙井 Longjing', 990))
    const { id } = await registerPayment(office, newId(), order, 'pending')
    const payerOf = async (kind: string, identity?: { kind: string; value: string }) => {
      const choice = { wallet: office.wallets.wechat, kind }
      return (await identified(office, choice, await readPayment(office, id), { identity })).payer
    }
    const inPage = await payerOf('wechat.bridge', { kind: 'oauth-code', value: await codeOf() })
    await expect(payerOf('wechat.mini')).rejects.toMatchObject({ code: 'identity_refused' })
    const inMini = await payerOf('wechat.mini', { kind: 'login-code', value: await market.phone.loginCode('wechat') })
    expect([typeof inPage, typeof inMini, inPage === inMini]).toEqual(['string', 'string', false])
    expect([await payerOf('wechat.bridge'), await payerOf('wechat.mini')]).toEqual([inPage, inMini])
  })
})

it('lets the payer of a screen go on in WeChat: the link’s order is the capability', async () => {
  const [screen, phone, order] = [newId(), newId(), await market.order()]
  await market.prepare(screen, order)
  const wechat = {
    platform: 'wechat-browser',
    accepts: ['wechat.bridge'],
    returnUrl: `${shopOrigin}/pay?order=${order}`,
  }
  const { body } = await market.prepare(phone, order, wechat)
  const code = (await market.phone.login(body.action?.url)).searchParams.get('code')
  const opened = await market.prepare(phone, order, { ...wechat, identity: { kind: 'oauth-code', value: code } })
  const { kind, ...params } = opened.body.action ?? {}
  await market.phone.tap('wechat', params)
  expect((await market.status(screen, order, { waitSeconds: 5 })).body).toMatchObject({ status: 'paid', paidBy: phone })
})
