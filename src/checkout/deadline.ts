/** The moment at which a payment settles at the latest. */
import type { Host } from '../core/ports.ts'
import { startStopwatch } from './stopwatch.ts'

/** Timers of browsers overflow beyond this and fire at once. */
const longestTimerMs = 2 ** 31 - 1

export interface Deadline {
  /** From now on; replaces what was set before. */
  readonly set: (delayMs: number) => void
  /** Sooner than set before, never later. */
  readonly hasten: (delayMs: number) => void
  /** After a sleep the timer may be late: look at the clocks. */
  readonly check: () => void
  readonly end: () => void
}

/** `latestMs` bounds all that is set, from now on. */
export const makeDeadline = (host: Host, latestMs: number, reach: () => void): Deadline => {
  const elapsedMs = startStopwatch(host)
  let dueMs = latestMs
  let forget = () => {}

  const check = () => {
    forget()
    const leftMs = dueMs - elapsedMs()
    if (leftMs <= 0) reach()
    else if (leftMs < Number.POSITIVE_INFINITY) forget = host.after(Math.min(leftMs, longestTimerMs), check)
  }
  const set = (delayMs: number) => {
    dueMs = Math.min(elapsedMs() + delayMs, latestMs)
    check()
  }
  return {
    set,
    check,
    hasten: (delayMs) => set(Math.min(delayMs, dueMs - elapsedMs())),
    end: () => forget(),
  }
}
