/** What a server may answer to *prepare*, by `kind`: the name of the channel that carries it out. */
import * as z from 'zod'

const text = z.string().min(1).max(8192)

/** A server's template bug writes `undefined` or `null` into a field: tvrcgo/weixin-pay#34. */
const prepayId = z.string().regex(/^prepay_id=(?!undefined$|null$)\S+$/)

const wechatSigned = {
  timeStamp: z.string().regex(/^[0-9]{10}$/),
  nonceStr: z.string().min(1).max(64),
  package: prepayId,
  signType: z.enum(['RSA', 'MD5', 'HMAC-SHA256']),
  paySign: text,
}

const alipayTrade = <Kind extends string>(kind: Kind) =>
  z.union([z.object({ kind: z.literal(kind), tradeNO: text }), z.object({ kind: z.literal(kind), orderStr: text })])

const hop = <Kind extends string>(kind: Kind) =>
  z.object({ kind: z.literal(kind), path: z.string().regex(/^(?:\/\w[\w.-]{0,63}){1,16}(?:\?\S{0,2048})?$/) })

/** Fields as the host's own document names them, text each: this client does not read them. */
const passed = <Kind extends string>(kind: Kind) =>
  z.object({ kind: z.literal(kind), params: z.record(z.string(), z.string()) })

/** Each kind of action with its fields, as the wallets name them. What is signed is passed on as it is. */
export const actions = {
  /** JSAPI: six strings, `timeStamp` in seconds. pay.weixin.qq.com/doc/v3/merchant/4012791857, read 2026-11. */
  'wechat.bridge': z.object({ kind: z.literal('wechat.bridge'), appId: text, ...wechatSigned }),
  /** tradePay in Alipay's browser. docs.antom.com, read 2026-11. */
  'alipay.bridge': alipayTrade('alipay.bridge'),
  /** The page leaves by GET: WeChat H5 (`h5_url`; pay.weixin.qq.com H5 guide, read 2026-11), Alipay wap and page. */
  redirect: z.object({ kind: z.literal('redirect'), url: text }),
  /**
   * The page leaves by POST, its form rebuilt from fields, never from HTML. alipay-sdk 4.14 `pageExecute`, read
   * 2026-11.
   */
  form: z.object({ kind: z.literal('form'), url: text, fields: z.record(z.string(), z.string()) }),
  /**
   * Shown on a screen for a phone to scan: WeChat `code_url` (pay.weixin.qq.com/doc/v3/merchant/4012791890), Alipay
   * `qr_code`.
   */
  qr: z.object({ kind: z.literal('qr'), content: z.string().min(1).max(2048) }),
  /** No identity yet: leave for the wallet's OAuth page, with the payment id as its `state`. */
  authorize: z.object({ kind: z.literal('authorize'), url: text }),
  /** wx.requestPayment: as JSAPI, without `appId`. miniprogram-api-typings 5.2.3, read 2026-11. */
  'wechat.mini': z.object({ kind: z.literal('wechat.mini'), ...wechatSigned }),
  /** my.tradePay: a trade number, or a signed order string. @mini-types/my 3.0.14, read 2026-11. */
  'alipay.mini': alipayTrade('alipay.mini'),
  /** For the wallet's SDK in your own app: `params` as that SDK takes them, text or fields. */
  'app.bridge': z.object({
    kind: z.literal('app.bridge'),
    wallet: z.string().min(1).max(32),
    params: z.union([text, z.record(z.string(), z.string())]),
  }),
  /**
   * To the native page that pays, a path and never a URL: developers.weixin.qq.com, web-view component, read 2026-11.
   */
  'wechat.hop': hop('wechat.hop'),
  /** The same for Alipay's: opendocs.alipay.com, web-view component, read 2026-11. */
  'alipay.hop': hop('alipay.hop'),
  /** wx.requestVirtualPayment: `signData` is the text that was signed. miniprogram-api-typings 5.2.3, read 2026-11. */
  'wechat.virtual': z.object({
    kind: z.literal('wechat.virtual'),
    signData: text,
    mode: z.enum(['short_series_goods', 'short_series_coin']),
    paySig: text,
    signature: text,
  }),
  /** tt.pay. @douyin-microapp/typings 1.3.1, read 2026-11. */
  'douyin.mini': z.object({ kind: z.literal('douyin.mini'), order_id: text, order_token: text }),
  /** swan.requestPolymerPayment. smartprogram.baidu.com, read 2026-11. */
  'baidu.mini': passed('baidu.mini'),
  /** qq.requestPayment: `{ package, bargainor_id }`. q.qq.com and public code, read 2026-11. */
  'qq.mini': passed('qq.mini'),
  /** ks.pay: `{ order_no, order_info_token }`. Public code, read 2026-11. */
  'kuaishou.mini': passed('kuaishou.mini'),
  /** xhs.requestPayment. Its fields are disputed in public code, read 2026-11: whatever the server names. */
  'xhs.mini': passed('xhs.mini'),
  /** jd.requestPayment. Its fields are disputed in public code, read 2026-11: whatever the server names. */
  'jd.mini': passed('jd.mini'),
  /** upsdk.pay in UnionPay's own app. open.unionpay.com, read 2026-11. */
  'unionpay.bridge': z.object({ kind: z.literal('unionpay.bridge'), tn: text }),
  /** A payment code was sent on by the server: there is nothing to invoke, only to confirm. */
  code: z.object({ kind: z.literal('code') }),
}
