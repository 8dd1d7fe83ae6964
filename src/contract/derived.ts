/** Made from `schemas.ts` and `actions.ts` by `npm run derive`: change those, not this. */
import type { Shape } from './check.ts'

/** An order's total: `value` in the currency's minor unit (fen, cent), `currency` as in ISO 4217. */
export type Amount = { value: number; currency: string }
/** Who pays, where a wallet must know it first: `kind` is whose code `value` is, which works once. */
export type Identity = { kind: 'oauth-code' | 'login-code' | 'payment-code'; value: string }
/** What a server can say of an order. Only `paid` means that it has the order's money. */
export type Status = 'pending' | 'paid' | 'closed' | 'failed' | 'refunded'
/** Asks for an action that pays this order here. */
export type PrepareRequest = {
  payment: string
  order: string
  platform: string
  accepts: string[]
  wallet?: string | undefined
  identity?: Identity | undefined
  returnUrl?: string | undefined
}
/** Asks what became of the money; the answer repeats the nonce. */
export type StatusRequest = { payment: string; order: string; nonce: string; waitSeconds?: number | undefined }
/** Asks to close what is unpaid. */
export type CloseRequest = { payment: string; order: string }
/** An answer to *prepare* that can be carried out. The seconds count from now. */
export type Prepared = {
  payment: string
  order: string
  amount: Amount
  expiresInSeconds: number
  action: { kind: string }
  payee?: string | undefined
  title?: string | undefined
}
/** The server's word on an order. */
export type Word = {
  payment: string
  order: string
  amount: Amount
  status: Status
  phase?: string | undefined
  retryAfterSeconds?: number | undefined
  paidBy?: string | undefined
  refunded?: { value: number } | undefined
}
/** An answer to *status*: the word, with the nonce that was sent. */
export type StatusAnswer = {
  payment: string
  order: string
  amount: Amount
  status: Status
  phase?: string | undefined
  retryAfterSeconds?: number | undefined
  paidBy?: string | undefined
  refunded?: { value: number } | undefined
  nonce: string
}
/** An answer with an HTTP status of 400 or more. */
export type ErrorAnswer = { error: { code: string; message: string }; retryAfterSeconds?: number | undefined }
/** What a server may answer to *prepare*, by kind. */
export type Actions = {
  'wechat.bridge': {
    kind: 'wechat.bridge'
    appId: string
    timeStamp: string
    nonceStr: string
    package: string
    signType: 'RSA' | 'MD5' | 'HMAC-SHA256'
    paySign: string
  }
  'alipay.bridge': { kind: 'alipay.bridge'; tradeNO: string } | { kind: 'alipay.bridge'; orderStr: string }
  redirect: { kind: 'redirect'; url: string }
  form: { kind: 'form'; url: string; fields: Record<string, string> }
  qr: { kind: 'qr'; content: string }
  authorize: { kind: 'authorize'; url: string }
  'wechat.mini': {
    kind: 'wechat.mini'
    timeStamp: string
    nonceStr: string
    package: string
    signType: 'RSA' | 'MD5' | 'HMAC-SHA256'
    paySign: string
  }
  'alipay.mini': { kind: 'alipay.mini'; tradeNO: string } | { kind: 'alipay.mini'; orderStr: string }
  'app.bridge': { kind: 'app.bridge'; wallet: string; params: string | Record<string, string> }
  'wechat.hop': { kind: 'wechat.hop'; path: string }
  'alipay.hop': { kind: 'alipay.hop'; path: string }
  'wechat.virtual': {
    kind: 'wechat.virtual'
    signData: string
    mode: 'short_series_goods' | 'short_series_coin'
    paySig: string
    signature: string
  }
  'douyin.mini': { kind: 'douyin.mini'; order_id: string; order_token: string }
  'baidu.mini': { kind: 'baidu.mini'; params: Record<string, string> }
  'qq.mini': { kind: 'qq.mini'; params: Record<string, string> }
  'kuaishou.mini': { kind: 'kuaishou.mini'; params: Record<string, string> }
  'xhs.mini': { kind: 'xhs.mini'; params: Record<string, string> }
  'jd.mini': { kind: 'jd.mini'; params: Record<string, string> }
  'unionpay.bridge': { kind: 'unionpay.bridge'; tn: string }
  code: { kind: 'code' }
}
export type Action = Actions[keyof Actions]

/** What the client checks of an answer. */
export const answerShapes: Readonly<Record<'prepared' | 'word' | 'statusAnswer' | 'errorAnswer', Shape>> = {
  prepared: [
    'object',
    {
      payment: ['match', /^[0-9a-f]{32}$/],
      order: ['text', 1, 128],
      amount: ['object', { value: ['integer', 1, 9007199254740991], currency: ['match', /^[A-Z]{3}$/] }],
      expiresInSeconds: ['integer', 0, 9007199254740991],
      action: ['object', { kind: ['text', 1, 64] }],
      payee: ['optional', ['text', 0, 256]],
      title: ['optional', ['text', 0, 256]],
    },
  ],
  word: [
    'object',
    {
      payment: ['match', /^[0-9a-f]{32}$/],
      order: ['text', 1, 128],
      amount: ['object', { value: ['integer', 1, 9007199254740991], currency: ['match', /^[A-Z]{3}$/] }],
      status: ['enum', ['pending', 'paid', 'closed', 'failed', 'refunded']],
      phase: ['optional', ['text', 0, 64]],
      retryAfterSeconds: ['optional', ['number', 0, Number.MAX_VALUE]],
      paidBy: ['optional', ['match', /^[0-9a-f]{32}$/]],
      refunded: ['optional', ['object', { value: ['integer', 1, 9007199254740991] }]],
    },
  ],
  statusAnswer: [
    'object',
    {
      payment: ['match', /^[0-9a-f]{32}$/],
      order: ['text', 1, 128],
      amount: ['object', { value: ['integer', 1, 9007199254740991], currency: ['match', /^[A-Z]{3}$/] }],
      status: ['enum', ['pending', 'paid', 'closed', 'failed', 'refunded']],
      phase: ['optional', ['text', 0, 64]],
      retryAfterSeconds: ['optional', ['number', 0, Number.MAX_VALUE]],
      paidBy: ['optional', ['match', /^[0-9a-f]{32}$/]],
      refunded: ['optional', ['object', { value: ['integer', 1, 9007199254740991] }]],
      nonce: ['match', /^[0-9a-f]{32}$/],
    },
  ],
  errorAnswer: [
    'object',
    {
      error: ['object', { code: ['text', 1, 64], message: ['text', 0, 2048] }],
      retryAfterSeconds: ['optional', ['number', 0, Number.MAX_VALUE]],
    },
  ],
}
