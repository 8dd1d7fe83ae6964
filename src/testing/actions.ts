/** Actions as a merchant's server signs them, made up: each names its payment, so that a fake wallet can tell which it was. */
import type { Actions } from '../contract/derived.ts'

const signed = (payment: string) => ({
  timeStamp: '1764000000',
  nonceStr: payment.slice(0, 16),
  package: `prepay_id=wx${payment}`,
  signType: 'RSA' as const,
  paySign: 'made-up',
})

type Kind =
  | 'wechat.bridge'
  | 'alipay.bridge'
  | 'wechat.mini'
  | 'alipay.mini'
  | 'app.bridge'
  | 'redirect'
  | 'form'
  | 'qr'
  | 'code'

const makers: { readonly [Each in Kind]: (payment: string) => Actions[Each] } = {
  'wechat.bridge': (payment) => ({ kind: 'wechat.bridge', appId: 'wx0123456789abcdef', ...signed(payment) }),
  'alipay.bridge': (payment) => ({ kind: 'alipay.bridge', tradeNO: payment }),
  'wechat.mini': (payment) => ({ kind: 'wechat.mini', ...signed(payment) }),
  'alipay.mini': (payment) => ({ kind: 'alipay.mini', tradeNO: payment }),
  'app.bridge': (payment) => ({ kind: 'app.bridge', wallet: 'wechat', params: { prepayid: `wx${payment}` } }),
  redirect: (payment) => ({
    kind: 'redirect',
    url: `https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=${payment}`,
  }),
  form: (payment) => ({
    kind: 'form',
    url: 'https://openapi.alipay.com/gateway.do',
    fields: { out_trade_no: payment },
  }),
  qr: (payment) => ({ kind: 'qr', content: `weixin://wxpay/bizpayurl?pr=${payment}` }),
  code: () => ({ kind: 'code' }),
}

const isKind = (kind: string): kind is Kind => Object.keys(makers).includes(kind)

/** The first of `accepts` that can be made up, or the one that was `fixed` before; undefined where it is not accepted. */
export const actionFor = (payment: string, accepts: readonly string[], fixed?: string) => {
  const kind = accepts.filter((each) => fixed === undefined || each === fixed).find(isKind)
  return kind && makers[kind](payment)
}

/** The payment that a wallet's parameters, a code or an address name, or undefined. */
export const paymentIn = (params: unknown): string | undefined => /[0-9a-f]{32}/.exec(JSON.stringify(params) ?? '')?.[0]
