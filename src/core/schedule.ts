/**
 * When to ask next. Pure: elapsed times in, a delay out; all in milliseconds.
 *
 * The figures come from simulated arrivals (log-normal, median 8, 14 and 24 s to paid; `npm run bench`, read 2026-11):
 * blind polling costs 6.3, 9.8 and 14.8 requests per paid order and tells 1.1 to 1.3 s after the payment, where one
 * question every 2 s (Adyen's) costs 6.5, 10.0 and 14.8 and tells 1.1 to 1.6 s after; a held look costs 1.1 to 1.6.
 */
import type { Stage } from './machine.ts'

export interface Look {
  readonly stage: Stage
  /** Since this stage began. */
  readonly elapsedMs: number
  /** Answers missed in a row. */
  readonly misses: number
  /** The last answer was held back by the server: it can tell at once, so there is no need to guess. */
  readonly held: boolean
  /** How long a held look was meant to last when it was cut; 0 where none was. */
  readonly cutMs: number
  /** What the server asked for. */
  readonly retryAfterMs: number
  /** In [0, 1). */
  readonly chance: number
}

const longestBackoffMs = 30_000
/** A server that asks for more is asked again after this. */
export const longestRetryAfterMs = 60_000

/** A wallet's cancel is believed when the server still says unpaid this much later. Our choice: no source names one. */
export const doubtMs = 3_000

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** Nobody scans and pays in less. */
const firstLookMs = 2_500

/** Not looked at yet: jitter brings the first look forward by a fifth at most. */
const isNew = (elapsedMs: number): boolean => elapsedMs < firstLookMs * 0.8

/** Within a twentieth of the time that the payer took so far. */
const showing = (elapsedMs: number): number =>
  isNew(elapsedMs) ? firstLookMs - elapsedMs : clamp(elapsedMs * 0.05, 2_000, 15_000)

const back = (elapsedMs: number): number => {
  if (elapsedMs < 1_900) return 500
  if (elapsedMs < 2_900) return 1_000
  if (elapsedMs < 4_900) return 2_000
  return clamp(elapsedMs * 0.08, 1_500, 60_000)
}

const slow = (elapsedMs: number): number => clamp(elapsedMs * 0.25, 5_000, 30_000)

const paces: { readonly [stage in Stage]?: (elapsedMs: number) => number } = {
  showing,
  confirming: back,
  preparing: () => 1_000,
  doubting: () => doubtMs,
}

/** A server that holds is asked again at once: but not one that has just failed to answer, nor about a new code. */
const paceOf = ({ stage, elapsedMs, held, misses }: Look): number => {
  const holds = stage === 'confirming' || (stage === 'showing' && !isNew(elapsedMs))
  return held && misses === 0 && holds ? 200 : (paces[stage] ?? slow)(elapsedMs)
}

/** How long to wait before the next look. An error never makes it sooner; `Retry-After` is obeyed up to a minute. */
export const waitMs = (look: Look): number => {
  const laterMs = clamp(look.retryAfterMs, 0, longestRetryAfterMs)
  if (look.cutMs > 0) return Math.max(look.chance * look.cutMs, laterMs)
  const pace = paceOf(look)
  const backedOff = Math.max(pace, Math.min(pace * 2 ** (look.misses - 1), longestBackoffMs))
  const jittered = backedOff * (look.stage === 'doubting' ? 1 : 0.8 + look.chance * 0.4)
  return Math.max(jittered, laterMs)
}

/**
 * Gateways cut what takes longer: Amazon's API Gateway after 29 s, Heroku's router after 30 s
 * (aws.amazon.com/about-aws/whats-new/2024/06, devcenter.heroku.com/articles/request-timeout; read 2026-11).
 */
const longestHoldSeconds = 28

/**
 * How long the server may hold the answer to a look, in whole seconds; 0 asks for an answer at once.
 * A hidden page holds nothing. Coming back, 2 s are enough for a notification that lags.
 */
export const holdSeconds = (stage: Stage, elapsedMs: number, hidden: boolean): number => {
  if (hidden) return 0
  if (stage === 'showing') return longestHoldSeconds
  if (stage !== 'confirming') return 0
  return elapsedMs < 1_000 ? 2 : longestHoldSeconds
}
