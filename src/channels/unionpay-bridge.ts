/** UnionPay's own app: the trade number goes to `upsdk`. */
import { unionpayBridgeShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import { reach } from '../core/reach.ts'
import { type Bridge, callBridge } from './bridge.ts'

const bridge: Bridge = { name: 'upsdk', method: 'pluginReady', ready: [] }

/** `upsdk.pay` may only be called in `pluginReady`. open.unionpay.com, upsdk, read 2026-11. */
export const unionpayBridge: Channel = {
  kind: 'unionpay.bridge',
  shape: unionpayBridgeShape,
  needs: ['upsdk'],
  leaves: false,
  invoke: ({ tn }: Actions['unionpay.bridge'], host, signal) =>
    callBridge(
      bridge,
      (answer) => [() => reach(host.foreign('upsdk'), 'pay')?.({ tn, success: answer, fail: answer })],
      host,
      signal,
    ),
  /** No list of its answers is public: none of them says more than "ask". */
  interpret: (raw) => (raw === BRIDGE_MISSING ? { is: 'absent', reason: 'bridge_missing' } : { is: 'unknown' }),
}
