/** Payment ids where real randomness comes late, or never. */
import type { Host } from '../core/ports.ts'
import { reach } from '../core/reach.ts'
import { timers } from './timers.ts'

const words = 2 ** 32

const hex = (word: number): string => `0000000${(word >>> 0).toString(16)}`.slice(-8)

/**
 * An id must be made in the tap, and WeChat's `getRandomValues` (2.15.0) answers later; the others have none.
 *
 * So each id is `Math.random` under a salt: 128 real random bits from the moment they come, the millisecond of the start
 * until then. Two devices then make the same id only if they start in the same millisecond with the same hidden state.
 * An id need not be a secret: it authorises nothing (R7), and the same id for another order is refused by the server.
 */
export const makeNewId = (sdk: unknown): Host['newId'] => {
  const startMs = timers.wallMs()
  let salt = Uint32Array.of(startMs, startMs / words, 0, 0)
  const take = (answer: unknown) => {
    const bytes: unknown = Object(answer).randomValues
    if (bytes instanceof ArrayBuffer && bytes.byteLength === 16) salt = new Uint32Array(bytes)
  }
  reach(sdk, 'getRandomValues')?.({ length: 16, success: take })
  return () => Array.from(salt, (word) => hex(word ^ (timers.chance() * words))).join('')
}
