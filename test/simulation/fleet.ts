/** Very many clients that show a code while the merchant is down: how hard is the server hit when it is back? */
import { holdSeconds, waitMs } from '../../src/core/schedule.ts'
import { makeDice } from './dice.ts'

export interface Outage {
  /** The merchant is down from 0 on for so long. */
  readonly downMs: number
  /** Looks are held by the server, and all are cut when it goes down. */
  readonly holds: boolean
}

/** A client that shows a code. */
export interface Client {
  /** When its code was first on the screen, and when it first asks. */
  readonly shownMs: number
  readonly firstMs: number
  readonly chance: () => number
}

const holdMs = holdSeconds('showing', 0, false) * 1_000
/** A look that was cut sooner was not held yet. */
const youngMs = 2_000
export const beforeMs = 60_000
export const afterMs = 120_000
export const binMs = 1_000

/** When a client asks, by the product's own schedule: `fleet.test.ts` holds it against real clients. */
export const questionsOf = (
  { downMs, holds }: Outage,
  { shownMs, firstMs, chance }: Client,
  untilMs: number,
  ask: (atMs: number) => void,
): void => {
  let atMs = firstMs
  let misses = 0
  while (atMs < untilMs) {
    ask(atMs)
    const isDown = atMs >= 0 && atMs < downMs
    const isCut = holds && atMs < 0 && atMs + holdMs > 0
    const lastsMs = holds && !isDown ? (isCut ? -atMs : holdMs) : 0
    misses = isDown || isCut ? misses + 1 : 0
    atMs += lastsMs
    const look = { stage: 'showing', elapsedMs: atMs - shownMs, held: holds, misses, retryAfterMs: 0 } as const
    atMs += Math.ceil(waitMs({ ...look, cutMs: isCut && lastsMs > youngMs ? holdMs : 0, chance: chance() }))
  }
}

/** Questions in each second, from a minute before the outage until two minutes after it. */
export const strike = (clients: number, outage: Outage): readonly number[] => {
  const { chance } = makeDice(7)
  const untilMs = outage.downMs + afterMs
  const bins = new Uint32Array((beforeMs + untilMs) / binMs)
  const count = (atMs: number) => {
    const place = Math.floor((atMs + beforeMs) / binMs)
    bins[place] = (bins[place] ?? 0) + 1
  }
  for (let client = 0; client < clients; client += 1) {
    const shownMs = -2 * beforeMs - chance() * 600_000
    const firstMs = -beforeMs + chance() * (outage.holds ? holdMs : 15_000)
    questionsOf(outage, { shownMs, firstMs, chance }, untilMs, count)
  }
  return [...bins]
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** In times of the steady rate, which the clients have half a minute to find. */
export const relative = (bins: readonly number[]): readonly number[] => {
  const steady = mean(bins.slice(25, beforeMs / binMs))
  return bins.map((count) => count / steady)
}

/** The busiest second once the merchant is back. */
export const peakAfter = ({ downMs }: Outage, rates: readonly number[]): number =>
  Math.max(...rates.slice((beforeMs + downMs) / binMs))
