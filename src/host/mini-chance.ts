/** Ids where real randomness comes later than it is asked for, or never. */
import type { Host } from '../core/ports.ts'
import { reach } from '../core/reach.ts'
import { timers } from './timers.ts'

const words = 2 ** 32

/** Of each answer: 15 ids, and a salt. */
const askedBytes = 256

const hex = (word: number): string => `0000000${(word >>> 0).toString(16)}`.slice(-8)

/** The answer as 32-bit words; none where it is not what was asked for. */
const wordsIn = (answer: unknown): number[] => {
  const bytes = Object(answer).randomValues
  const drawn = Object(bytes).byteLength === askedBytes ? Array.from(new Uint32Array(bytes)) : []
  return drawn.length * 4 === askedBytes ? drawn : []
}

/**
 * An id must be made in the tap, and `getRandomValues` answers later: bytes are asked for ahead, each is used once, and
 * more are asked for when half are gone. WeChat has it since 2.15.0 (developers.weixin.qq.com), Douyin since 2.87.0
 * (developer.open-douyin.com); of the others no document says so. Read 2026-11.
 *
 * Until bytes have come, and where none do, an id is `Math.random` under a salt: the millisecond of the start, or 128 real
 * bits once there were any. Two devices make the same one only if they start in the same millisecond with the same hidden
 * state. An id need not be a secret: it authorises nothing (R7), and the same id for another order is refused by the server.
 */
export const makeNewId = (sdk: unknown): Host['newId'] => {
  const startMs = timers.wallMs()
  let salt = [startMs, startMs / words, 0, 0]
  let pool: number[] = []
  let asked = false

  const take = (answer: unknown) => {
    asked = false
    const drawn = wordsIn(answer)
    if (drawn.length === 0) return
    salt = drawn.splice(-4)
    pool = pool.concat(drawn)
  }
  const refill = () => {
    if (asked || pool.length * 8 > askedBytes) return
    asked = true
    reach(sdk, 'getRandomValues')?.({ length: askedBytes, success: take, fail: take })
  }
  refill()
  return () => {
    const real = pool.splice(0, 4)
    refill()
    const id = real.length === 4 ? real : salt.map((word) => word ^ (timers.chance() * words))
    return id.map(hex).join('')
  }
}
