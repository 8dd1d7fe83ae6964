/** WeChat's own browser: the six signed strings go to `WeixinJSBridge`. */
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import type { Claim } from '../core/words.ts'
import { type Bridge, callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'
import { wechatSymptoms } from './wechat-symptoms.ts'

/** Very old clients fire the second name. PingPlusPlus/pingpp-js wx_pub.js, read 2026-11. */
const bridge: Bridge = {
  name: 'WeixinJSBridge',
  method: 'invoke',
  ready: ['WeixinJSBridgeReady', 'onWeixinJSBridgeReady'],
}

/** Whole answers that refuse without a prefix and a tail. Public code and community threads, read 2026-11. */
const refusals = /^(?:system:access_denied|access_control:not_allow|system:too_frequent)$/i

/** `get_brand_wcpay_request:…`, `getBrandWCPayRequest:…`, `chooseWXPay:…`; what follows `fail` differs by client. */
const tail = /^\w{1,64}:(?:(ok)\s*$|(cancel)\s*$|(fail))/i

/**
 * What WeChat's answer says happened. Reads `err_msg`, or `errMsg` as devtools write it.
 *
 * - `:ok`, `:cancel`, `:fail`: pay.weixin.qq.com/doc/v3/merchant/4012791857, read 2026-11. `ok` "is not absolutely
 *   reliable" (same page), and `:cancel` also comes for a bad signature (developers.weixin.qq.com/community/develop
 *   0004ac63…, read 2026-11): both are asked about at the server, as every claim is.
 * - Tails of `fail` and the whole-string refusals: public code and community threads, read 2026-11.
 */
const interpret = (raw: unknown): Claim => {
  if (raw === BRIDGE_MISSING) return { is: 'absent', reason: 'bridge_missing' }
  const said = (ownText(raw, 'err_msg') || ownText(raw, 'errMsg')).slice(0, 128)
  if (refusals.test(said)) return { is: 'failed', reason: said }
  const [, ok, cancel, fail] = tail.exec(said) ?? []
  if (ok) return { is: 'claimed' }
  if (cancel) return { is: 'cancelled' }
  return fail ? { is: 'failed', reason: said } : { is: 'unknown' }
}

/** Pays by JSAPI. Six strings, `timeStamp` in seconds: pay.weixin.qq.com/doc/v3/merchant/4012791857, read 2026-11. */
export const wechatBridge: Channel = {
  kind: 'wechat.bridge',
  needs: ['WeixinJSBridge'],
  leaves: false,
  invoke: (action: Actions['wechat.bridge'], host, signal) => {
    const { appId, timeStamp, nonceStr, package: prepay, signType, paySign } = action
    const params = { appId, timeStamp, nonceStr, package: prepay, signType, paySign }
    return callBridge(bridge, ['getBrandWCPayRequest', params], host, signal)
  },
  interpret,
  symptoms: wechatSymptoms,
}
