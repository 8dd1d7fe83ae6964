/** Listeners by name, each counted until it is forgotten: what a test of clean exits counts. */
import type { Signal } from '../core/ports.ts'

export type Listener = (detail?: unknown) => void

export const listenerTable = (table = new Map<string, Set<Listener>>()) => {
  const own = new Set<() => void>()
  const add = (name: string, listener: Listener) => {
    const entry: Listener = (detail) => listener(detail)
    const row = table.get(name) ?? new Set<Listener>()
    table.set(name, row.add(entry))
    const forget = () => {
      row.delete(entry)
      own.delete(forget)
    }
    own.add(forget)
    return forget
  }
  const fire = (name: string, detail?: unknown) => {
    for (const listener of [...(table.get(name) ?? [])]) listener(detail)
  }
  const clear = () => {
    for (const forget of [...own]) forget()
  }
  return { add, fire, clear, count: () => own.size }
}

/** A signal with the hand that ends it, and the number of listeners still waiting for that. */
export const fakeSignal = (): { readonly signal: Signal; readonly abort: () => void; readonly count: () => number } => {
  const listeners = listenerTable()
  let aborted = false
  const onAbort = (listener: Listener) => {
    if (!aborted) return listeners.add('abort', listener)
    listener()
    return () => undefined
  }
  const abort = () => {
    aborted = true
    listeners.fire('abort')
  }
  const signal: Signal = {
    get aborted() {
      return aborted
    },
    onAbort,
  }
  return { signal, abort, count: listeners.count }
}
