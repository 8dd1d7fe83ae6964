/** Time and chance, wherever setTimeout is. */
import type { Host } from '../core/ports.ts'

export const timers: Pick<Host, 'wallMs' | 'after' | 'chance'> = {
  wallMs: () => Date.now(),
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs)
    return () => clearTimeout(timer)
  },
  chance: () => Math.random(),
}
