/** What the tabs of one browser share: two clocks, what is stored, locks, and ears for each other. */
import type { Page } from './page.ts'
import type { Timeline } from './timeline.ts'

interface Ear {
  readonly page: Page
  readonly name: string
  readonly listener: () => void
}

export interface Device {
  readonly wallMs: () => number
  readonly monotonicMs: () => number
  readonly kept: Map<string, string>
  readonly holders: Map<string, Page>
  readonly ears: Set<Ear>
  readonly pages: Set<Page>
  /** In all; the monotonic clock stood still meanwhile. */
  sleptMs: number
  awakeAtMs: number
  /** The wall clock, set by somebody. */
  offsetMs: number
  keeps: boolean
}

const startMs = Date.UTC(2026, 10, 24)

export const makeDevice = ({ nowMs }: Timeline, keeps: boolean): Device => {
  const device: Device = {
    wallMs: () => startMs + nowMs() + device.offsetMs,
    monotonicMs: () => nowMs() - device.sleptMs,
    kept: new Map(),
    holders: new Map(),
    ears: new Set(),
    pages: new Set(),
    sleptMs: 0,
    awakeAtMs: 0,
    offsetMs: 0,
    keeps,
  }
  return device
}

/** Asleep already: nothing more can be shut. */
export const isAsleep = (device: Device, { nowMs }: Timeline): boolean => device.awakeAtMs > nowMs()

/** The lid is shut and opened again: timers are late, and the pages hear that somebody is back. */
export const sleep = (device: Device, { at, nowMs }: Timeline, ms: number): void => {
  device.sleptMs += ms
  device.awakeAtMs = nowMs() + ms
  at(ms, () => {
    for (const page of [...device.pages]) page.wake()
  })
}
