/** The signed parameters that the merchant hands out. What must not leak is marked, for the auditor. */
import type { Body } from './merchant.ts'
import type { Way } from './story.ts'

/** The mark of a secret: it may reach the wallet, and nobody else. */
export const mark = 'SECRET'

const makers: Readonly<Record<Way, (payment: string) => Body>> = {
  wechat: (payment) => ({
    kind: 'wechat.bridge',
    appId: 'wx0123456789abcdef',
    timeStamp: '1764000000',
    nonceStr: 'nonce',
    package: `prepay_id=${mark}${payment}`,
    signType: 'RSA',
    paySign: `${mark}-sign`,
  }),
  alipay: (payment) => ({ kind: 'alipay.bridge', tradeNO: `${mark}${payment}` }),
  redirect: (payment) => ({ kind: 'redirect', url: `https://wx.tenpay.com/h5?prepay_id=${mark}${payment}` }),
  form: (payment) => ({
    kind: 'form',
    url: 'https://openapi.alipay.com/gateway.do',
    fields: { trade: `${mark}${payment}` },
  }),
  qr: (payment) => ({ kind: 'qr', content: `weixin://wxpay/bizpayurl?pr=${mark}${payment}` }),
}

export const actionFor = (way: Way, payment: string): Body => makers[way](payment)

/** The payment that a wallet reads out of what it was handed. */
export const paymentIn = (text: string): string => /[0-9a-f]{32}/.exec(text)?.[0] ?? ''
