/** A signal that says once that something must end, in plain objects: mini programs have no AbortController. */
import type { Signal } from './ports.ts'

export interface Abort {
  readonly signal: Signal
  readonly abort: () => void
}

export const makeAbort = (): Abort => {
  const listeners = new Set<() => void>()
  let aborted = false
  const onAbort = (listener: () => void) => {
    if (aborted) listener()
    else listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const abort = () => {
    if (aborted) return
    aborted = true
    for (const listener of [...listeners]) listener()
    listeners.clear()
  }
  return {
    abort,
    signal: {
      onAbort,
      get aborted() {
        return aborted
      },
    },
  }
}
