/** WeChat's own browser: the six signed strings go to `WeixinJSBridge`. */
import { wechatBridgeShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import type { Claim } from '../core/words.ts'
import { type Bridge, callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'
import { wechatClaim } from './wechat-claim.ts'

/** Very old clients fire the second name. PingPlusPlus/pingpp-js wx_pub.js, read 2026-11. */
const bridge: Bridge = {
  name: 'WeixinJSBridge',
  method: 'invoke',
  ready: ['WeixinJSBridgeReady', 'onWeixinJSBridgeReady'],
}

/** Reads `err_msg`, or `errMsg` as devtools write it; the rest as in `wechatClaim`. */
const interpret = (raw: unknown): Claim =>
  raw === BRIDGE_MISSING
    ? { is: 'absent', reason: 'bridge_missing' }
    : wechatClaim(ownText(raw, 'err_msg') || ownText(raw, 'errMsg'))

/** Pays by JSAPI. Six strings, `timeStamp` in seconds: pay.weixin.qq.com/doc/v3/merchant/4012791857, read 2026-11. */
export const wechatBridge: Channel = {
  kind: 'wechat.bridge',
  shape: wechatBridgeShape,
  needs: ['WeixinJSBridge'],
  leaves: false,
  invoke: (action: Actions['wechat.bridge'], host, signal) => {
    const { appId, timeStamp, nonceStr, package: prepay, signType, paySign } = action
    const params = { appId, timeStamp, nonceStr, package: prepay, signType, paySign }
    return callBridge(bridge, (answer) => ['getBrandWCPayRequest', params, answer], host, signal)
  },
  interpret,
}
