/**
 * A page in a mini program's web-view: a native page of the mini program pays instead, by a payment of its own. No wallet
 * order is opened for this one, which hears of the other as any payment of the order does (R1).
 */
import type { Choice } from './choose.ts'
import type { Order } from './orders.ts'
import type { Action } from './wallet.ts'

/** Where the chosen way leads to, and for how long; null where it is no hop. */
export const hopTo = ({ wallet, kind }: Choice, { handle }: Order): { action: Action; lifeSeconds: number } | null => {
  const { nativePage, lifeSeconds = 0 } = wallet.ways[kind] ?? {}
  return nativePage === undefined ? null : { action: { kind, path: `${nativePage}?order=${handle}` }, lifeSeconds }
}
