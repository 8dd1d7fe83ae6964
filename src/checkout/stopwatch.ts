/** Elapsed time that neither a sleep nor a clock set back can shorten. */
import type { Host } from '../core/ports.ts'

/** Starts now; each reading is in milliseconds: the larger of wall and monotonic time, and never less than the last. */
export const startStopwatch = (host: Host): (() => number) => {
  const wallMs = host.wallMs()
  const monotonicMs = host.monotonicMs()
  let mostMs = 0
  return () => {
    mostMs = Math.max(mostMs, host.wallMs() - wallMs, host.monotonicMs() - monotonicMs)
    return mostMs
  }
}
