/** Reaching an object that a wallet puts into the page, perhaps late, perhaps as a stub, perhaps never. */
import type { Host, Signal } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import { reach } from '../core/reach.ts'

export interface Bridge {
  /** The global it is, or a dotted path that begins with one. */
  readonly name: string
  /** The function that makes it one: an object without it is a stub. */
  readonly method: string
  /** The function that is taken where it is there, as a path: the same host in another wallet's clothes. */
  readonly better?: string
  /** Events of the document that say it has come. */
  readonly ready: readonly string[]
}

type Reach = NonNullable<ReturnType<typeof reach>>

/** What the function is called with: the answer is wanted last, or in one object with the parameters. */
export type Arguments = (answer: (raw: unknown) => void) => readonly unknown[]

/** Longer than any bridge was seen to take, shorter than a payer's patience. Our choice. */
const waitMs = 3000

/** A bridge that throws when it is looked at is a stub: nothing was invoked. */
export const findBridge = ({ name, method, better = method }: Bridge, host: Host): Reach | undefined => {
  const [root = '', ...path] = name.split('.')
  const to = (last: string) => reach(host.foreign(root), [...path, last].join('.'))
  try {
    return to(better) ?? to(method)
  } catch {
    return undefined
  }
}

/** Calls `found` once: with the bridge's function when it has come, with undefined after 3 s or when it is aborted. */
const awaitBridge = (bridge: Bridge, host: Host, signal: Signal, found: (bound: Reach | undefined) => void): void => {
  const end = (bound: Reach | undefined) => {
    for (const forget of held.splice(0)) forget()
    found(bound)
  }
  const look = () => {
    const bound = findBridge(bridge, host)
    if (bound) end(bound)
  }
  const held = bridge.ready.map((event) => host.onEvent(event, look))
  held.push(host.after(waitMs, () => end(findBridge(bridge, host))))
  held.push(signal.onAbort(() => end(undefined)))
}

/**
 * Calls the bridge's function, and resolves to what its callback is first given.
 *
 * At once, in the tap, where the bridge is there. `BRIDGE_MISSING` means that nothing was invoked: it did not come within
 * 3 s, or the signal ended before it came. A bridge that throws may have done its work: `{ thrown }`.
 * Stays pending where the bridge never answers, and holds nothing then.
 */
export const callBridge = (bridge: Bridge, args: Arguments, host: Host, signal: Signal): Promise<unknown> =>
  new Promise((resolve) => {
    const call = (bound: Reach | undefined) => {
      if (!bound) return resolve(BRIDGE_MISSING)
      try {
        bound(...args(resolve))
      } catch (thrown) {
        resolve({ thrown })
      }
    }
    if (signal.aborted) return call(undefined)
    const bound = findBridge(bridge, host)
    if (bound) call(bound)
    else awaitBridge(bridge, host, signal, call)
  })

/** The style of mini programs: `success`, `fail` and `complete` beside the parameters. The first that comes is the answer. */
export const besides =
  (params: object): Arguments =>
  (answer) => [{ ...params, success: answer, fail: answer, complete: answer }]
