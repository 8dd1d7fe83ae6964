/** Time and chance, wherever setTimeout and a `crypto` are. */
import type { Host } from '../core/ports.ts'

type Clock = Pick<Host, 'wallMs' | 'monotonicMs' | 'after' | 'newId' | 'chance'>

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

export const clock: Clock = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs)
    return () => clearTimeout(timer)
  },
  newId: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join(''),
  chance: () => Math.random(),
}
