/** The one clock by which everything is measured here: it never goes back, and a sleep counts. */
import type { Host } from '../core/ports.ts'

/** Two clocks that are read one after the other, perhaps with a pause between, and set right now and then. */
const slackMs = 1_000

/**
 * Milliseconds of the monotonic clock, and on top of it whatever the wall went on by while that one stood still.
 *
 * A wall that is set back changes nothing; one that is set forward cannot be told from a sleep, and counts as one.
 */
export const makeClock = ({ wallMs, monotonicMs }: Host): (() => number) => {
  let apartMs = wallMs() - monotonicMs()
  let sleptMs = 0
  return () => {
    const nowMs = monotonicMs()
    const leapMs = wallMs() - nowMs - apartMs
    if (Math.abs(leapMs) > slackMs) {
      apartMs += leapMs
      sleptMs += Math.max(leapMs, 0)
    }
    return nowMs + sleptMs
  }
}
