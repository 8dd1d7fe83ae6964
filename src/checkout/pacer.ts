/** Spreads the questions of one checkout, where a process has thousands of payments under way. */
import type { Host } from '../core/ports.ts'

const slotMs = 100
/** 500 a second. A page, or a till, never comes near it. */
const perSlot = 50

/** Answers after how many milliseconds the next question may go out: 0 while there are few. */
export const makePacer = ({ monotonicMs }: Pick<Host, 'monotonicMs'>): (() => number) => {
  let slot = 0
  let taken = 0
  return () => {
    const nowMs = monotonicMs()
    const present = Math.floor(nowMs / slotMs)
    if (present > slot) [slot, taken] = [present, 0]
    if (taken === perSlot) [slot, taken] = [slot + 1, 0]
    taken += 1
    return Math.max(slot * slotMs - nowMs, 0)
  }
}
