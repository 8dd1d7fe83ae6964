/** A mini program of Alipay: the trade goes to `my.tradePay`. */
import { alipayMiniShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import { alipayClaim, alipayTrade } from './alipay-claim.ts'
import { besides, callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'

/** `success` is called for every code, a cancel and a failure included. @mini-types/my 3.0.14, docs.taro.zone, read 2026-11. */
export const alipayMini: Channel = {
  kind: 'alipay.mini',
  shape: alipayMiniShape,
  needs: ['my.tradePay'],
  leaves: false,
  invoke: (action: Actions['alipay.mini'], host, signal) =>
    callBridge({ name: 'my', method: 'tradePay', ready: [] }, besides(alipayTrade(action)), host, signal),
  /** Codes as in `alipayClaim`; `fail`'s `error` is another list and says nothing. */
  interpret: (raw) =>
    raw === BRIDGE_MISSING ? { is: 'absent', reason: 'bridge_missing' } : alipayClaim(ownText(raw, 'resultCode')),
}
