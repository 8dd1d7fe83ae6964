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
  /** The page leaves by GET: WeChat H5 (`h5_url`), Alipay wap and page. */
  redirect: z.object({ kind: z.literal('redirect'), url: text }),
  /** The page leaves by POST; the form is rebuilt from its fields, never from HTML. */
  form: z.object({ kind: z.literal('form'), url: text, fields: z.record(z.string(), z.string()) }),
  /** Shown on a screen for a phone to scan: WeChat `code_url`, Alipay `qr_code`. */
  qr: z.object({ kind: z.literal('qr'), content: z.string().min(1).max(2048) }),
  /** No identity yet: leave for the wallet's OAuth page, with the payment id as its `state`. */
  authorize: z.object({ kind: z.literal('authorize'), url: text }),
  'wechat.mini': z.object({ kind: z.literal('wechat.mini'), ...wechatSigned }),
  'alipay.mini': alipayTrade('alipay.mini'),
  'app.bridge': z.object({
    kind: z.literal('app.bridge'),
    wallet: z.string().min(1).max(32),
    params: z.union([text, z.record(z.string(), z.string())]),
  }),
  /** To the native page of a mini program that pays: a path of its own, never a URL. */
  'wechat.hop': hop('wechat.hop'),
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
  'baidu.mini': passed('baidu.mini'),
  'qq.mini': passed('qq.mini'),
  'kuaishou.mini': passed('kuaishou.mini'),
  'xhs.mini': passed('xhs.mini'),
  'jd.mini': passed('jd.mini'),
  /** upsdk.pay in UnionPay's own app. open.unionpay.com, read 2026-11. */
  'unionpay.bridge': z.object({ kind: z.literal('unionpay.bridge'), tn: text }),
  /** A payment code was sent on by the server: there is nothing to invoke, only to confirm. */
  code: z.object({ kind: z.literal('code') }),
}
