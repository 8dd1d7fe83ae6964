/** Time and chance, wherever setTimeout, `performance` and a `crypto` are. */
import type { Host } from '../core/ports.ts'
import { timers } from './timers.ts'

type Clock = Pick<Host, 'wallMs' | 'monotonicMs' | 'after' | 'newId' | 'chance'>

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

export const clock: Clock = {
  ...timers,
  /** A context with no globals has no payment whose time could run: what is made there must not throw. */
  monotonicMs: () => (typeof performance === 'undefined' ? timers.wallMs() : performance.now()),
  newId: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join(''),
}
