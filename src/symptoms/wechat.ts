/** Why WeChat refused, and what to check. Reports of developers, each with its thread; read 2026-11. */
import type { Symptom } from './diagnose.ts'

/** What a server got wrong with an order, wherever it is paid. */
export const orders: readonly Symptom[] = [
  {
    /** EasyWeChat docs#94, tvrcgo/weixin-pay#34. */
    sign: /prepay_?id/i,
    cause: 'The server handed on an order that WeChat never opened',
    check: 'The answer of the unified order call at the server: it holds an error instead of a prepay_id',
  },
  {
    sign: /sign(?:ature)?\b|paySign|签名/i,
    cause: 'The signature does not match the fields',
    check: 'What is signed is appId, timeStamp, nonceStr, package, a line each, with the key that signType names',
  },
]

export const pages: readonly Symptom[] = [
  {
    /** developers.weixin.qq.com/community/develop 0004ac63…: also answered for a bad signature. */
    sign: /:cancel\b/i,
    cause: 'The payer turned back. WeChat answers the same for a bad signature or an unregistered pay directory',
    check: 'If nobody touched the phone: the text that was signed, and the pay directory in the merchant platform',
  },
  {
    /** Tencent/weui#367 #580: iOS keeps the URL of first entry, Android takes the current one. */
    sign: /permission|not_allow|access_denied|url.{0,20}regist|未注册/i,
    cause: 'The page is not under a pay directory of this merchant',
    check:
      'The pay directory (with its final slash) in the merchant platform. In a single-page app on iOS, the URL that ' +
      'counts is the one first entered: open the pay page by a hard load',
  },
  {
    /** dcloudio/uni-app#2131, xu-li/cordova-plugin-wechat#483. */
    sign: /appid|invalid[ _]?param|(?:param|参数).{0,20}(?:missing|absent)|缺少参数/i,
    cause: 'appId is not the one that opened the order, or a field has the wrong letter case or type',
    check:
      'appId belongs to the official account of the openid and is bound to the merchant; fields are named ' +
      'timeStamp, nonceStr, paySign with those capitals; timeStamp is a string of seconds',
  },
  {
    sign: /no_?support|没有此SDK|暂不支持/i,
    cause: 'This client has no JSAPI payment: WeCom, HarmonyOS, developer tools or an old WeChat',
    check: 'The same page in WeChat on an iPhone or Android phone; elsewhere offer a QR code',
  },
  {
    sign: /too_frequent/i,
    cause: 'The page called WeChat again and again',
    check: 'Whether something taps pay in a loop; wait some seconds before the next try',
  },
  {
    /** wolichuang/blog#30. */
    sign: /bridge_missing/,
    cause: 'WeixinJSBridge did not come within 3 s',
    check: 'The page runs inside WeChat itself and not in an iframe; reload it once',
  },
]

export const miniPrograms: readonly Symptom[] = [
  {
    /** miniprogram-api-typings 5.2.3: `fail (detail)`, errno 102; community threads. */
    sign: /no permission|has been banned|errno\W{1,4}102\b/i,
    cause: 'This mini program may not call requestPayment',
    check: 'It is bound to the merchant in the merchant platform, and payment is not banned in its admin console',
  },
]

/** Of WeChat's OAuth page: cnblogs 9545180. */
export const identities: readonly Symptom[] = [
  {
    sign: /\b40163\b|code been used/i,
    cause: 'An OAuth code was sent to WeChat a second time: it works once, within 5 minutes',
    check: 'That a retry at the server reuses the openid, and that nothing else on the page takes `code` from the URL',
  },
]
