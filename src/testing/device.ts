/** What the tabs of one browser have in common: the clock, what is stored, locks, announcements, ids. */
import { chanceFrom } from './chance.ts'
import { type FakeClock, fakeClock } from './clock.ts'
import type { Listener } from './listeners.ts'

/** What all tabs of one device share: clock, storage, locks, news, ids and chance. */
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
