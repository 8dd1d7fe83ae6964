/** The signed parameters that the merchant hands out. What must not leak is marked, for the auditor. */
import type { Body } from './merchant.ts'
import type { Wallet, Way } from './way.ts'

/** The mark of a secret: it may reach the wallet, and nobody else. */
export const mark = 'SECRET'

type Make = (payment: string) => Body

const signed = (payment: string) => ({
  timeStamp: '1764000000',
  nonceStr: 'nonce',
  package: `prepay_id=${mark}${payment}`,
  signType: 'RSA',
  paySign: `${mark}-sign`,
})

const redirect: Make = (payment) => ({
  kind: 'redirect',
  url: `https://wx.tenpay.com/h5?prepay_id=${mark}${payment}`,
})

const form: Make = (payment) => ({
  kind: 'form',
  url: 'https://openapi.alipay.com/gateway.do',
  fields: { trade: `${mark}${payment}` },
})

const toApp =
  (wallet: Wallet): Make =>
  (payment) => ({
    kind: 'app.bridge',
    wallet,
    params: wallet === 'alipay' ? `trade=${mark}${payment}` : { appId: 'wx0', prepayId: `${mark}${payment}` },
  })

const qr =
  (start: string): Make =>
  (payment) => ({ kind: 'qr', content: `${start}${mark}${payment}` })

/** By the wallet that was chosen; the first one where none was. */
const makers: Readonly<Record<Way, Readonly<Partial<Record<Wallet, Make>>>>> = {
  wechat: { wechat: (payment) => ({ kind: 'wechat.bridge', appId: 'wx0123456789abcdef', ...signed(payment) }) },
  alipay: { alipay: (payment) => ({ kind: 'alipay.bridge', tradeNO: `${mark}${payment}` }) },
  redirect: { wechat: redirect, alipay: form },
  form: { alipay: form, wechat: redirect },
  qr: { wechat: qr('weixin://wxpay/bizpayurl?pr='), alipay: qr('https://qr.alipay.com/bax') },
  'wechat-mini': { wechat: (payment) => ({ kind: 'wechat.mini', ...signed(payment) }) },
  'alipay-mini': { alipay: (payment) => ({ kind: 'alipay.mini', tradeNO: `${mark}${payment}` }) },
  'douyin-mini': {
    wechat: (payment) => ({ kind: 'douyin.mini', order_id: payment, order_token: `${mark}${payment}` }),
  },
  app: { wechat: toApp('wechat'), alipay: toApp('alipay') },
  shell: { alipay: toApp('alipay'), wechat: toApp('wechat') },
  till: { wechat: () => ({ kind: 'code' }) },
}

export const actionFor = (way: Way, wallet: unknown, payment: string): Body => {
  const choices = makers[way]
  const make = choices[wallet as Wallet] ?? Object.values(choices)[0]
  if (!make) throw new Error(`nothing to pay by ${way} with`)
  return make(payment)
}

/** The payment that a wallet reads out of what it was handed. */
export const paymentIn = (text: string): string => /[0-9a-f]{32}/.exec(text)?.[0] ?? ''
