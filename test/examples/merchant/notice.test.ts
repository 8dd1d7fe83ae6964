/** What the wallets tell: signed by them, about this merchant, this payment and this money, or it changes nothing. */
import { createSign, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealed } from '../../../examples/wallets/alipay/seal.ts'
import { encrypted } from '../../../examples/wallets/wechat/cipher.ts'
import { type Market, newId, openMarket } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

const prepared = async (wallet: string) => {
  const [payment, order] = [newId(), await market.order()]
  await market.prepare(payment, order, { wallet })
  return { payment, order }
}

const expectUnpaid = async (payment: string, order: string) =>
  expect((await market.status(payment, order)).body.status).toBe('pending')

const post = async (wallet: string, headers: Record<string, string>, body: string) => {
  const response = await fetch(`${market.merchant.origin}/notify/${wallet}`, { method: 'POST', headers, body })
  return { http: response.status, text: await response.text() }
}

describe('WeChat', () => {
  const tellWechat = (payment: string, change: object = {}, at = Date.now()) => {
    const { accounts, platforms } = market
    const { appid, mchid, apiV3Key } = accounts.wechat
    const amount = { total: 990, payer_total: 990, currency: 'CNY', payer_currency: 'CNY' }
    const told = {
      appid,
      mchid,
      out_trade_no: payment,
      trade_state: 'SUCCESS',
      transaction_id: '42',
      amount,
      ...change,
    }
    const resource = encrypted(apiV3Key, JSON.stringify(told), 'transaction')
    const body = JSON.stringify({ id: newId(), event_type: 'TRANSACTION.SUCCESS', resource })
    const [timestamp, nonce] = [String(Math.floor(at / 1000)), randomBytes(8).toString('hex')]
    const sign = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n${body}\n`)
    const headers = {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-serial': platforms.wechat.serialNo,
      'wechatpay-signature': sign.sign(platforms.wechat.privateKey, 'base64'),
    }
    return { headers, body }
  }

  it('believes a letter that is WeChat’s and fits', async () => {
    const { payment, order } = await prepared('wechat')
    const { headers, body } = tellWechat(payment)
    expect((await post('wechat', headers, body)).http).toBe(200)
    expect((await market.status(payment, order)).body).toMatchObject({ status: 'paid', paidBy: payment })
  })

  it.each([
    ['another amount', { amount: { total: 1, currency: 'CNY' } }],
    ['another currency', { amount: { total: 990, currency: 'USD' } }],
    ['another state', { trade_state: 'NOTPAY' }],
  ])('asks the gateway where the letter tells of %s', async (_, change) => {
    const { payment, order } = await prepared('wechat')
    const { headers, body } = tellWechat(payment, change)
    expect((await post('wechat', headers, body)).http).toBe(200)
    await expectUnpaid(payment, order)
  })

  it.each([
    ['another merchant', { mchid: '1600000000' }],
    ['another app', { appid: 'wx0000000000000000' }],
    ['a payment that is not ours', { out_trade_no: newId() }],
  ])('refuses a letter about %s', async (_, change) => {
    const { payment, order } = await prepared('wechat')
    const { headers, body } = tellWechat(payment, change)
    expect((await post('wechat', headers, body)).http).toBe(403)
    await expectUnpaid(payment, order)
  })

  it('refuses a letter that is old, changed, or signed by nobody', async () => {
    const { payment, order } = await prepared('wechat')
    const old = tellWechat(payment, {}, Date.now() - 600_000)
    const { headers, body } = tellWechat(payment)
    expect((await post('wechat', old.headers, old.body)).http).toBe(403)
    expect((await post('wechat', headers, `${body} `)).http).toBe(403)
    expect((await post('wechat', {}, body)).http).toBe(403)
    await expectUnpaid(payment, order)
  })

  it('does not take WeChat’s word on an Alipay payment', async () => {
    const { payment, order } = await prepared('alipay')
    const { headers, body } = tellWechat(payment)
    await post('wechat', headers, body)
    await expectUnpaid(payment, order)
  })
})

describe('Alipay', () => {
  const tellAlipay = (payment: string, change: Record<string, string> = {}) => {
    const told = {
      notify_id: newId(),
      app_id: market.accounts.alipay.appId,
      out_trade_no: payment,
      trade_no: '42',
      trade_status: 'TRADE_SUCCESS',
      total_amount: '9.90',
      ...change,
    }
    return new URLSearchParams(sealed(told, market.platforms.alipay.privateKey)).toString()
  }

  it('believes a letter that is Alipay’s and fits', async () => {
    const { payment, order } = await prepared('alipay')
    expect(await post('alipay', {}, tellAlipay(payment))).toEqual({ http: 200, text: 'success' })
    expect((await market.status(payment, order)).body).toMatchObject({ status: 'paid', paidBy: payment })
  })

  it.each([
    ['another amount', { total_amount: '0.01' }],
    ['no amount', { total_amount: '9.9.0' }],
    ['another state', { trade_status: 'WAIT_BUYER_PAY' }],
  ])('asks the gateway where the letter tells of %s', async (_, change) => {
    const { payment, order } = await prepared('alipay')
    expect((await post('alipay', {}, tellAlipay(payment, change))).text).toBe('success')
    await expectUnpaid(payment, order)
  })

  it.each([
    ['another app', { app_id: '2021000000000000' }],
    ['a payment that is not ours', { out_trade_no: newId() }],
  ])('refuses a letter about %s', async (_, change) => {
    const { payment, order } = await prepared('alipay')
    expect(await post('alipay', {}, tellAlipay(payment, change))).toEqual({ http: 403, text: 'fail' })
    await expectUnpaid(payment, order)
  })

  it('refuses a letter that was changed, or is weakly signed', async () => {
    const { payment, order } = await prepared('alipay')
    const letter = tellAlipay(payment)
    expect((await post('alipay', {}, letter.replace('9.90', '9.91'))).text).toBe('fail')
    expect((await post('alipay', {}, letter.replace('RSA2', 'RSA'))).text).toBe('fail')
    expect((await post('alipay', {}, 'sign=x')).text).toBe('fail')
    await expectUnpaid(payment, order)
  })
})
