/** A mini program of Douyin and its sisters: the order goes to `tt.pay`. */
import { douyinMiniShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import type { Claim } from '../core/words.ts'
import { besides, callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'

/** The cashier, as the typings name it: @douyin-microapp/typings 1.3.1, read 2026-11. */
const service = 5

/** 1 is a time-out, 3 a closed payment (by whom is not said), 9 unknown by name: none of them proves that no money moved. */
const claimOf = (code: string): Claim => {
  if (code === '0') return { is: 'claimed' }
  if (code === '4') return { is: 'cancelled' }
  return code === '2' ? { is: 'failed', reason: code } : { is: 'unknown' }
}

/**
 * `success` is called for every code. @douyin-microapp/typings 1.3.1 and developer.open-douyin.com, read 2026-11.
 *
 * Not its trade system: `tt.requestOrder` (2.74.0) makes an order on the client and takes no money; `tt.getOrderPayment`
 * does, and what that answers is written nowhere that could be read, nor what a second order of the same number becomes.
 */
export const douyinMini: Channel = {
  kind: 'douyin.mini',
  shape: douyinMiniShape,
  needs: ['tt.pay'],
  leaves: false,
  invoke: ({ order_id, order_token }: Actions['douyin.mini'], host, signal) =>
    callBridge(
      { name: 'tt', method: 'pay', ready: [] },
      besides({ orderInfo: { order_id, order_token }, service }),
      host,
      signal,
    ),
  /** `code`, a number or a string. */
  interpret: (raw) =>
    raw === BRIDGE_MISSING ? { is: 'absent', reason: 'bridge_missing' } : claimOf(ownText(raw, 'code')),
}
