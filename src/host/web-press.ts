/**
 * Locks that are taken before they are needed: in the press, for the tap that ends it, and while a tap waits for its
 * answer. After a tap Chromium (156, measured 2026-11) lets what another process answers wait for the next frame: 13 ms,
 * where the wallet could have been reached at once.
 */
import type { Host } from '../core/ports.ts'
import { clock } from './clock.ts'
import { lock } from './web-lock.ts'

type Lock = Host['lock']

interface Reserved {
  readonly held: ReturnType<Lock>
  readonly stopTimer: () => void
}

/** What nobody has asked for by then is given back. */
const patienceMs = 1_000
const presses = ['pointerdown', 'keydown'] as const

/** Shared by all checkouts of the page. */
const foreseen = new Set<string>()
const taken = new Map<string, Reserved>()

const pick = (name: string): Reserved | undefined => {
  const reserved = taken.get(name)
  taken.delete(name)
  reserved?.stopTimer()
  if (taken.size === 0) removeEventListener('pagehide', giveAllBack)
  return reserved
}

/** Unless it was asked for by now. */
const giveBack = (name: string, reserved: Reserved): void => {
  if (taken.get(name) !== reserved) return
  pick(name)
  void reserved.held.then((release) => release?.())
}

/** The browser drops them with the page: who comes back to it holds none. */
const giveAllBack = (): void => {
  for (const [name, reserved] of [...taken]) giveBack(name, reserved)
}

const take = (name: string): Reserved => {
  const reserved = { held: lock(name), stopTimer: clock.after(patienceMs, () => giveBack(name, reserved)) }
  taken.set(name, reserved)
  addEventListener('pagehide', giveAllBack)
  return reserved
}

export const reserve = (name: string): (() => void) => {
  const reserved = taken.get(name) ?? take(name)
  return () => giveBack(name, reserved)
}

const press = (): void => {
  for (const name of foreseen) reserve(name)
}

const listen = (): void => {
  for (const type of presses) addEventListener(type, press, true)
}

const forget = (name: string): void => {
  foreseen.delete(name)
  if (foreseen.size > 0) return
  for (const type of presses) removeEventListener(type, press, true)
}

export const foresee = (name: string): (() => void) => {
  if (foreseen.size === 0) listen()
  foreseen.add(name)
  return () => forget(name)
}

/** What was reserved, or a try of its own. */
export const lockForTap: Lock = async (name) => {
  const reserved = pick(name)
  return (reserved && (await reserved.held)) || lock(name)
}
