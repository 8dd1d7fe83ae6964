/**
 * The lock that a press takes for the tap that ends it. After a tap Chromium (156, measured 2026-11) lets what another
 * process answers wait for the next frame: 13 ms, where the wallet could have been reached at once.
 */
import { clock } from './clock.ts'
import { makeReserves } from './reserves.ts'
import { lock } from './web-lock.ts'

const presses = ['pointerdown', 'keydown'] as const

/** Shared by all checkouts of the page. */
const foreseen = new Set<string>()

const onPageGone = (hear: () => void): (() => void) => {
  addEventListener('pagehide', hear)
  return () => removeEventListener('pagehide', hear)
}

export const { reserve, lock: lockForTap } = makeReserves(lock, clock.after, onPageGone)

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
