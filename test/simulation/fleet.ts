/** Very many clients that show a code while the merchant is down: how hard is the server hit when it is back? */
import { waitMs } from '../../src/core/schedule.ts'
import { makeDice } from './dice.ts'

export interface Outage {
  readonly clients: number
  /** The merchant is down from 0 on for so long. */
  readonly downMs: number
  /** Looks are held by the server, and all are cut when it goes down. */
  readonly holds: boolean
}

const holdMs = 25_000
const beforeMs = 60_000
export const binMs = 1_000

/** One client's requests from a minute before the outage until `untilMs`; `ageMs` is how long its code is shown at the start. */
const requestsOf = (
  outage: Outage,
  ageMs: number,
  chance: () => number,
  untilMs: number,
  hit: (atMs: number) => void,
) => {
  const { downMs, holds } = outage
  let atMs = -beforeMs + chance() * (holds ? holdMs : 15_000)
  let misses = 0
  while (atMs < untilMs) {
    hit(atMs)
    const isDown = atMs >= 0 && atMs < downMs
    const isCut = holds && atMs < 0 && atMs + holdMs > 0
    misses = isDown ? misses + 1 : 0
    const heldMs = holds && !isDown ? (isCut ? -atMs : holdMs) : 0
    const look = { stage: 'showing', elapsedMs: ageMs + atMs + beforeMs, held: holds, retryAfterMs: 0 } as const
    atMs += heldMs + waitMs({ ...look, misses: isCut ? 1 : misses, cutMs: isCut ? holdMs : 0, chance: chance() })
  }
}

/** Requests in each second, from a minute before the outage until two minutes after it. */
export const strike = (outage: Outage): readonly number[] => {
  const { chance } = makeDice(7)
  const untilMs = outage.downMs + 120_000
  const bins = Array.from({ length: (beforeMs + untilMs) / binMs }, () => 0)
  const hit = (atMs: number) => {
    const place = Math.floor((atMs + beforeMs) / binMs)
    bins[place] = (bins[place] ?? 0) + 1
  }
  for (let client = 0; client < outage.clients; client += 1)
    requestsOf(outage, 60_000 + chance() * 600_000, chance, untilMs, hit)
  return bins
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The busiest second once the merchant is back, in times of the steady rate. */
export const peakAfter = (outage: Outage): number => {
  const bins = strike(outage)
  const steady = mean(bins.slice(25, beforeMs / binMs))
  return Math.max(...bins.slice((beforeMs + outage.downMs) / binMs)) / steady
}
