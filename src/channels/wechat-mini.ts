/** A mini program of WeChat or WeCom: the signed strings go to `wx.requestPayment`. */
import { wechatMiniShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import { type Bridge, besides, callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'
import { wechatClaim } from './wechat-claim.ts'

const bridge: Bridge = { name: 'wx', method: 'requestPayment', better: 'qy.requestPayment', ready: [] }

/**
 * Pays by requestPayment; in WeCom by the one of `wx.qy`. Clients up to 6.5.2 report a cancel by `complete` alone.
 *
 * miniprogram-api-typings 5.2.3 and developers.weixin.qq.com, read 2026-11.
 */
export const wechatMini: Channel = {
  kind: 'wechat.mini',
  shape: wechatMiniShape,
  needs: ['wx.requestPayment'],
  leaves: false,
  invoke: (action: Actions['wechat.mini'], host, signal) => {
    const { timeStamp, nonceStr, package: prepay, signType, paySign } = action
    const params = { timeStamp, nonceStr, package: prepay, signType, paySign }
    return callBridge(bridge, besides(params), host, signal)
  },
  /** `errMsg`, as in `wechatClaim`. */
  interpret: (raw) =>
    raw === BRIDGE_MISSING ? { is: 'absent', reason: 'bridge_missing' } : wechatClaim(ownText(raw, 'errMsg')),
}
