/**
 * What the client checks of an action before it carries it out, beside the `kind` by which its channel was found. Each
 * by itself, so that a bundle holds those of its own channels. Made from `actions.ts` by `npm run derive`: change that.
 */
import type { Shape } from './check.ts'

export const wechatBridgeShape: Shape = [
  'object',
  {
    appId: ['text', 1, 8192],
    timeStamp: ['match', /^[0-9]{10}$/],
    nonceStr: ['text', 1, 64],
    package: ['match', /^prepay_id=(?!undefined$|null$)\S+$/],
    signType: ['enum', ['RSA', 'MD5', 'HMAC-SHA256']],
    paySign: ['text', 1, 8192],
  },
]

export const alipayBridgeShape: Shape = [
  'union',
  [
    ['object', { tradeNO: ['text', 1, 8192] }],
    ['object', { orderStr: ['text', 1, 8192] }],
  ],
]

export const redirectShape: Shape = ['object', { url: ['text', 1, 8192] }]

export const formShape: Shape = ['object', { url: ['text', 1, 8192], fields: ['record', ['text', 0, Infinity]] }]

export const qrShape: Shape = ['object', { content: ['text', 1, 2048] }]

export const authorizeShape: Shape = ['object', { url: ['text', 1, 8192] }]

export const wechatMiniShape: Shape = [
  'object',
  {
    timeStamp: ['match', /^[0-9]{10}$/],
    nonceStr: ['text', 1, 64],
    package: ['match', /^prepay_id=(?!undefined$|null$)\S+$/],
    signType: ['enum', ['RSA', 'MD5', 'HMAC-SHA256']],
    paySign: ['text', 1, 8192],
  },
]

export const alipayMiniShape: Shape = [
  'union',
  [
    ['object', { tradeNO: ['text', 1, 8192] }],
    ['object', { orderStr: ['text', 1, 8192] }],
  ],
]

export const appBridgeShape: Shape = [
  'object',
  {
    wallet: ['text', 1, 32],
    params: [
      'union',
      [
        ['text', 1, 8192],
        ['record', ['text', 0, Infinity]],
      ],
    ],
  },
]

export const wechatHopShape: Shape = ['object', { path: ['match', /^(?:\/\w[\w.-]{0,63}){1,16}(?:\?\S{0,2048})?$/] }]

export const alipayHopShape: Shape = ['object', { path: ['match', /^(?:\/\w[\w.-]{0,63}){1,16}(?:\?\S{0,2048})?$/] }]

export const wechatVirtualShape: Shape = [
  'object',
  {
    signData: ['text', 1, 8192],
    mode: ['enum', ['short_series_goods', 'short_series_coin']],
    paySig: ['text', 1, 8192],
    signature: ['text', 1, 8192],
  },
]

export const douyinMiniShape: Shape = ['object', { order_id: ['text', 1, 8192], order_token: ['text', 1, 8192] }]

export const baiduMiniShape: Shape = ['object', { params: ['record', ['text', 0, Infinity]] }]

export const qqMiniShape: Shape = ['object', { params: ['record', ['text', 0, Infinity]] }]

export const kuaishouMiniShape: Shape = ['object', { params: ['record', ['text', 0, Infinity]] }]

export const xhsMiniShape: Shape = ['object', { params: ['record', ['text', 0, Infinity]] }]

export const jdMiniShape: Shape = ['object', { params: ['record', ['text', 0, Infinity]] }]

export const unionpayBridgeShape: Shape = ['object', { tn: ['text', 1, 8192] }]

export const codeShape: Shape = ['object', {}]
