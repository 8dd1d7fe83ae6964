/** A signal that says once that something must end, in plain objects: mini programs have no AbortController. */
import type { Signal } from './ports.ts'

export interface Abort {
  readonly signal: Signal
  readonly abort: () => void
}

/** Most of thousands of payments have none to tell. */
const nobody: readonly (() => void)[] = []

export const makeAbort = (): Abort => {
  let listeners = nobody
  const signal = {
    aborted: false,
    onAbort: (listener: () => void) => {
      if (signal.aborted) listener()
      else listeners = [...listeners, listener]
      return () => {
        listeners = listeners.filter((each) => each !== listener)
      }
    },
  }
  const abort = () => {
    signal.aborted = true
    const told = listeners
    listeners = nobody
    for (const listener of told) listener()
  }
  return { signal, abort }
}
