/** Virtual goods in a mini program of WeChat: coins and single items. */
import { wechatVirtualShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import { besides, callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'
import { wechatClaim } from './wechat-claim.ts'

/** Base library 2.19.2 and later; `signData` is the text that was signed. miniprogram-api-typings 5.2.3, read 2026-11. */
export const wechatVirtual: Channel = {
  kind: 'wechat.virtual',
  shape: wechatVirtualShape,
  needs: ['wx.requestPayment'],
  leaves: false,
  invoke: ({ signData, mode, paySig, signature }: Actions['wechat.virtual'], host, signal) =>
    callBridge(
      { name: 'wx', method: 'requestVirtualPayment', ready: [] },
      besides({ signData, mode, paySig, signature }),
      host,
      signal,
    ),
  /** `errMsg`, as in `wechatClaim`. Its `errCode` has no public list: it says nothing. */
  interpret: (raw) =>
    raw === BRIDGE_MISSING ? { is: 'absent', reason: 'bridge_missing' } : wechatClaim(ownText(raw, 'errMsg')),
}
