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

/** What the client checks of an action, by kind, before it carries it out. */
export const actionShapes: Readonly<Record<keyof Actions, Shape>> = {
  'wechat.bridge': [
    'object',
    {
      kind: ['enum', ['wechat.bridge']],
      appId: ['text', 1, 8192],
      timeStamp: ['match', /^[0-9]{10}$/],
      nonceStr: ['text', 1, 64],
      package: ['match', /^prepay_id=(?!undefined$|null$)\S+$/],
      signType: ['enum', ['RSA', 'MD5', 'HMAC-SHA256']],
      paySign: ['text', 1, 8192],
    },
  ],
  'alipay.bridge': [
    'union',
    [
      ['object', { kind: ['enum', ['alipay.bridge']], tradeNO: ['text', 1, 8192] }],
      ['object', { kind: ['enum', ['alipay.bridge']], orderStr: ['text', 1, 8192] }],
    ],
  ],
  redirect: ['object', { kind: ['enum', ['redirect']], url: ['text', 1, 8192] }],
  form: ['object', { kind: ['enum', ['form']], url: ['text', 1, 8192], fields: ['record', ['text', 0, Infinity]] }],
  qr: ['object', { kind: ['enum', ['qr']], content: ['text', 1, 2048] }],
  authorize: ['object', { kind: ['enum', ['authorize']], url: ['text', 1, 8192] }],
  'wechat.mini': [
    'object',
    {
      kind: ['enum', ['wechat.mini']],
      timeStamp: ['match', /^[0-9]{10}$/],
      nonceStr: ['text', 1, 64],
      package: ['match', /^prepay_id=(?!undefined$|null$)\S+$/],
      signType: ['enum', ['RSA', 'MD5', 'HMAC-SHA256']],
      paySign: ['text', 1, 8192],
    },
  ],
  'alipay.mini': [
    'union',
    [
      ['object', { kind: ['enum', ['alipay.mini']], tradeNO: ['text', 1, 8192] }],
      ['object', { kind: ['enum', ['alipay.mini']], orderStr: ['text', 1, 8192] }],
    ],
  ],
  'app.bridge': [
    'object',
    {
      kind: ['enum', ['app.bridge']],
      wallet: ['text', 1, 32],
      params: [
        'union',
        [
          ['text', 1, 8192],
          ['record', ['text', 0, Infinity]],
        ],
      ],
    },
  ],
  'wechat.hop': [
    'object',
    { kind: ['enum', ['wechat.hop']], path: ['match', /^(?:\/\w[\w.-]{0,63}){1,16}(?:\?\S{0,2048})?$/] },
  ],
  'alipay.hop': [
    'object',
    { kind: ['enum', ['alipay.hop']], path: ['match', /^(?:\/\w[\w.-]{0,63}){1,16}(?:\?\S{0,2048})?$/] },
  ],
  'wechat.virtual': [
    'object',
    {
      kind: ['enum', ['wechat.virtual']],
      signData: ['text', 1, 8192],
      mode: ['enum', ['short_series_goods', 'short_series_coin']],
      paySig: ['text', 1, 8192],
      signature: ['text', 1, 8192],
    },
  ],
  'douyin.mini': [
    'object',
    { kind: ['enum', ['douyin.mini']], order_id: ['text', 1, 8192], order_token: ['text', 1, 8192] },
  ],
  'baidu.mini': ['object', { kind: ['enum', ['baidu.mini']], params: ['record', ['text', 0, Infinity]] }],
  'qq.mini': ['object', { kind: ['enum', ['qq.mini']], params: ['record', ['text', 0, Infinity]] }],
  'kuaishou.mini': ['object', { kind: ['enum', ['kuaishou.mini']], params: ['record', ['text', 0, Infinity]] }],
  'xhs.mini': ['object', { kind: ['enum', ['xhs.mini']], params: ['record', ['text', 0, Infinity]] }],
  'jd.mini': ['object', { kind: ['enum', ['jd.mini']], params: ['record', ['text', 0, Infinity]] }],
  'unionpay.bridge': ['object', { kind: ['enum', ['unionpay.bridge']], tn: ['text', 1, 8192] }],
  code: ['object', { kind: ['enum', ['code']] }],
}
