/** Reaching an object that a wallet puts into the page, perhaps late, perhaps as a stub, perhaps never. */
import type { Host, Signal } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'

export interface Bridge {
  /** The global it is. */
  readonly name: string
  /** The function that makes it one: an object without it is a stub. */
  readonly method: string
  /** Events of the document that say it has come. */
  readonly ready: readonly string[]
}

type Reach = (args: readonly unknown[]) => void

/** Longer than any bridge was seen to take, shorter than a payer's patience. Our choice. */
const waitMs = 3000

/** A bridge that throws when it is looked at is a stub: nothing was invoked. */
const find = ({ name, method }: Bridge, host: Host): Reach | undefined => {
  try {
    const bridge = host.foreign(name) as Readonly<Record<string, unknown>> | null | undefined
    const reach = bridge?.[method]
    return typeof reach === 'function' ? (args) => Reflect.apply(reach, bridge, args) : undefined
  } catch {
    return undefined
  }
}

/** Calls `found` once: with the bridge's function when it has come, with undefined after 3 s or when it is aborted. */
const awaitBridge = (bridge: Bridge, host: Host, signal: Signal, found: (reach: Reach | undefined) => void): void => {
  const end = (reach: Reach | undefined) => {
    for (const forget of held.splice(0)) forget()
    found(reach)
  }
  const look = () => {
    const reach = find(bridge, host)
    if (reach) end(reach)
  }
  const held = bridge.ready.map((event) => host.onEvent(event, look))
  held.push(host.after(waitMs, () => end(find(bridge, host))))
  held.push(signal.onAbort(() => end(undefined)))
}

/**
 * Calls the bridge's function with `args` and a callback, and resolves to what the callback is first given.
 *
 * At once, in the tap, where the bridge is there. `BRIDGE_MISSING` means that nothing was invoked: it did not come within
 * 3 s, or the signal ended before it came. A bridge that throws may have done its work: `{ thrown }`.
 * Stays pending where the bridge never answers, and holds nothing then.
 */
export const callBridge = (bridge: Bridge, args: readonly unknown[], host: Host, signal: Signal): Promise<unknown> =>
  new Promise((resolve) => {
    const call = (reach: Reach | undefined) => {
      if (!reach) return resolve(BRIDGE_MISSING)
      try {
        reach([...args, resolve])
      } catch (thrown) {
        resolve({ thrown })
      }
    }
    if (signal.aborted) return call(undefined)
    const reach = find(bridge, host)
    if (reach) call(reach)
    else awaitBridge(bridge, host, signal, call)
  })
