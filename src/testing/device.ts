/** What the tabs of one browser have in common: the clock, what is stored, locks, announcements, ids. */
import { type FakeClock, fakeClock } from './clock.ts'
import type { Listener } from './listeners.ts'

export interface FakeDevice {
  readonly clock: FakeClock
  readonly kept: Map<string, string>
  /** Who holds the lock of a name. */
  readonly locks: Map<string, object>
  readonly heard: Map<string, Set<Listener>>
  /** 32 hex digits that count up: readable in a trace. */
  readonly newId: () => string
  readonly chance: () => number
}

/** mulberry32: one seed, one sequence. */
const chanceFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const fakeDevice = (seed: number): FakeDevice => {
  let ids = 0
  return {
    clock: fakeClock(),
    kept: new Map(),
    locks: new Map(),
    heard: new Map(),
    newId: () => (++ids).toString(16).padStart(32, '0'),
    chance: chanceFrom(seed),
  }
}
