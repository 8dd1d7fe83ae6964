/** What is asked and answered, as it looks: examples for the contract's document. Nothing in them is real. */
import type {
  Action,
  Actions,
  CloseRequest,
  ErrorAnswer,
  Prepared,
  PrepareRequest,
  StatusAnswer,
  StatusRequest,
  Word,
} from './derived.ts'
import { meanings } from './meanings-en.ts'
import type { Refusal, RefusalCode } from './refusals.ts'

const asked = { payment: '0123456789abcdef0123456789abcdef', order: 'order-1024' }
const nonce = 'fedcba9876543210fedcba9876543210'
const amount = { value: 990, currency: 'CNY' }

const signed = {
  timeStamp: '1795564800',
  nonceStr: 'K8264ILTKCH16CQ2',
  package: 'prepay_id=wx25120000000000a1b2c3d4e5f6',
  signType: 'RSA',
  paySign: 'oR9d8PuhnIc+YZ8c…',
} as const

export const actionExamples: Actions = {
  'wechat.bridge': { kind: 'wechat.bridge', appId: 'wx0123456789abcdef', ...signed },
  'alipay.bridge': { kind: 'alipay.bridge', tradeNO: '2026112522001400000000000001' },
  redirect: { kind: 'redirect', url: 'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx25&package=1' },
  form: { kind: 'form', url: 'https://openapi.alipay.com/gateway.do?method=…', fields: { biz_content: '{…}' } },
  qr: { kind: 'qr', content: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' },
  authorize: { kind: 'authorize', url: 'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx01&state=…' },
  'wechat.mini': { kind: 'wechat.mini', ...signed },
  'alipay.mini': { kind: 'alipay.mini', tradeNO: '2026112522001400000000000001' },
  'app.bridge': {
    kind: 'app.bridge',
    wallet: 'alipay',
    params: 'app_id=2026&method=alipay.trade.app.pay&biz_content=…&sign=…',
  },
  'wechat.hop': { kind: 'wechat.hop', path: '/pages/pay/index?order=order-1024' },
  'alipay.hop': { kind: 'alipay.hop', path: '/pages/pay/index?order=order-1024' },
  'wechat.virtual': {
    kind: 'wechat.virtual',
    signData: '{"offerId":"123","buyQuantity":1}',
    mode: 'short_series_goods',
    paySig: 'c0ffee…',
    signature: 'decaf…',
  },
  'douyin.mini': { kind: 'douyin.mini', order_id: '7012345678901234567', order_token: 'CgsIARDiDRgBIAEo…' },
  'baidu.mini': { kind: 'baidu.mini', params: { dealId: '470193086', appKey: 'MMMabc', rsaSign: '…' } },
  'qq.mini': { kind: 'qq.mini', params: { package: 'prepay_id=6V11', bargainor_id: '1900000000' } },
  'kuaishou.mini': { kind: 'kuaishou.mini', params: { order_no: '112233', order_info_token: '…' } },
  'xhs.mini': { kind: 'xhs.mini', params: { order_token: '…' } },
  'jd.mini': { kind: 'jd.mini', params: { order_token: '…' } },
  'unionpay.bridge': { kind: 'unionpay.bridge', tn: '202611251200000000001' },
  code: { kind: 'code' },
}

const word: Word = { ...asked, amount, status: 'pending' }

export const requestExamples = {
  prepare: { ...asked, platform: 'desktop-browser', accepts: ['qr', 'form', 'redirect'], wallet: 'wechat' },
  status: { ...asked, nonce, waitSeconds: 28 },
  close: asked,
} satisfies { prepare: PrepareRequest; status: StatusRequest; close: CloseRequest }

export const wordExamples = {
  pending: { ...word, phase: 'scanned' },
  unheard: { ...word, phase: 'not-found' },
  paid: { ...word, status: 'paid', paidBy: asked.payment },
  'paid-by-another': { ...word, status: 'paid', paidBy: '00112233445566778899aabbccddeeff' },
  'partly-refunded': { ...word, status: 'paid', paidBy: asked.payment, refunded: { value: 300 } },
  refunded: { ...word, status: 'refunded', paidBy: asked.payment, refunded: { value: amount.value } },
  closed: { ...word, status: 'closed' },
  failed: { ...word, status: 'failed' },
} as const satisfies Readonly<Record<string, Word>>

export const withNonce = (said: Word): StatusAnswer => ({ ...said, nonce })

export const preparedWith = (action: Action): Prepared => ({
  ...asked,
  amount,
  expiresInSeconds: 300,
  action,
  payee: 'Tea House',
  title: 'Longjing, 50 g',
})

export const errorExample = (code: RefusalCode, { retryAfterSeconds }: Refusal): ErrorAnswer => ({
  error: { code, message: meanings.refusals[code].replaceAll('`', '') },
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
})
