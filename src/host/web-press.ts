/**
 * The lock that a press takes for the tap that ends it. After a tap Chromium (156, measured 2026-11) lets what another
 * process answers wait for the next frame: 13 ms, where the wallet could have been reached at once.
 */
import type { Host } from '../core/ports.ts'
import { clock } from './clock.ts'
import { lock } from './web-lock.ts'

type Lock = Host['lock']
type Held = ReturnType<Lock>

/** What no tap has asked for by then is given back. */
const patienceMs = 1_000
const presses = ['pointerdown', 'keydown'] as const

/** Shared by all checkouts of the page. */
const foreseen = new Set<string>()
const taken = new Map<string, Held>()

const giveBack = (name: string, held: Held): void => {
  if (taken.get(name) !== held) return // a tap has it
  taken.delete(name)
  void held.then((release) => release?.())
}

const press = (): void => {
  for (const name of foreseen) {
    if (taken.has(name)) continue
    const held = lock(name)
    taken.set(name, held)
    clock.after(patienceMs, () => giveBack(name, held))
  }
}

/** They were dropped with the page. */
const forgetTaken = (): void => taken.clear()

const listen = (): void => {
  for (const type of presses) addEventListener(type, press, true)
  addEventListener('pagehide', forgetTaken)
}

const forget = (name: string): void => {
  foreseen.delete(name)
  if (foreseen.size > 0) return
  for (const type of presses) removeEventListener(type, press, true)
  removeEventListener('pagehide', forgetTaken)
}

export const foresee = (name: string): (() => void) => {
  if (foreseen.size === 0) listen()
  foreseen.add(name)
  return () => forget(name)
}

/** What the press took, or a try of its own. */
export const lockForTap: Lock = async (name) => {
  const held = taken.get(name)
  taken.delete(name)
  return (held && (await held)) || lock(name)
}
