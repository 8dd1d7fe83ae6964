/** Who pays, asked of the mini program itself: a code that the server changes for the payer's id, once. */
import type { Identity } from '../core/checkout.ts'
import type { Place } from '../core/ports.ts'
import { type Bridge, besides, callBridge } from './bridge.ts'
import { ownText } from './own-text.ts'

/** Then the order is asked for without one: the server may know the payer by the shop's own session. Our choice. */
const longestMs = 3_000

/**
 * How a place gets a code: `field` of what `bridge` answers to `params`. Each code is fresh, and sent once.
 *
 * A code works once and for 5 minutes (WeChat), so none is kept.
 */
export const loginCode =
  (bridge: Bridge, field: string, params: object = {}): NonNullable<Place['identify']> =>
  (host, signal) =>
    new Promise((resolve) => {
      const held: (() => void)[] = []
      const end = (identity?: Identity) => {
        for (const forget of held.splice(0)) forget()
        resolve(identity)
      }
      held.push(host.after(longestMs, () => end()))
      held.push(signal.onAbort(() => end()))
      void callBridge(bridge, besides(params), host, signal).then((raw) => {
        const value = ownText(raw, field)
        end(value ? { kind: 'login-code', value } : undefined)
      })
    })
