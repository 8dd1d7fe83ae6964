/** Alipay's own browser: the trade goes to `AlipayJSBridge`. */
import { alipayBridgeShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import { alipayClaim, alipayTrade } from './alipay-claim.ts'
import { type Bridge, callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'

const bridge: Bridge = { name: 'AlipayJSBridge', method: 'call', ready: ['AlipayJSBridgeReady'] }

/** Pays by tradePay, with a trade number or a signed order string: docs.antom.com, read 2026-11. */
export const alipayBridge: Channel = {
  kind: 'alipay.bridge',
  shape: alipayBridgeShape,
  needs: ['AlipayJSBridge'],
  leaves: false,
  invoke: (action: Actions['alipay.bridge'], host, signal) => {
    const params = alipayTrade(action)
    return callBridge(bridge, (answer) => ['tradePay', params, answer], host, signal)
  },
  /** Codes as in `alipayClaim`. */
  interpret: (raw) =>
    raw === BRIDGE_MISSING ? { is: 'absent', reason: 'bridge_missing' } : alipayClaim(ownText(raw, 'resultCode')),
}
