/** Locks that are taken before they are needed, and given back where nobody asks for them. */
import type { Host } from '../core/ports.ts'

type Lock = Host['lock']
type After = Host['after']

interface Reserved {
  readonly held: ReturnType<Lock>
  readonly stopTimer: () => void
}

export interface Reserves {
  /** Returns the function that gives it back, unless it was asked for by then. */
  readonly reserve: (name: string) => () => void
  /** What was reserved, or a try of its own. */
  readonly lock: Lock
}

/** What nobody has asked for by then is given back. */
const patienceMs = 1_000

/** `onGone` calls when the page goes, which drops its locks: who comes back to it holds none. It returns what forgets that. */
export const makeReserves = (lock: Lock, after: After, onGone: (hear: () => void) => () => void): Reserves => {
  const taken = new Map<string, Reserved>()
  let forgetGone = () => {}

  const pick = (name: string): Reserved | undefined => {
    const reserved = taken.get(name)
    taken.delete(name)
    reserved?.stopTimer()
    if (taken.size === 0) forgetGone()
    return reserved
  }

  const giveBack = (name: string, reserved: Reserved): void => {
    if (taken.get(name) !== reserved) return
    pick(name)
    void reserved.held.then((release) => release?.())
  }

  const giveAllBack = (): void => {
    for (const [name, reserved] of [...taken]) giveBack(name, reserved)
  }

  const take = (name: string): Reserved => {
    if (taken.size === 0) forgetGone = onGone(giveAllBack)
    const reserved = { held: lock(name), stopTimer: after(patienceMs, () => giveBack(name, reserved)) }
    taken.set(name, reserved)
    return reserved
  }

  return {
    reserve: (name) => {
      const reserved = taken.get(name) ?? take(name)
      return () => giveBack(name, reserved)
    },
    lock: async (name) => {
      const reserved = pick(name)
      return (reserved && (await reserved.held)) || lock(name)
    },
  }
}
