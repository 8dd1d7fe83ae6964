/** When the client must have ended. Imports nothing of the client's. */
import type { Rule } from './auditor.ts'
import { lastLookMs } from './auditor-lives.ts'
import type { Evidence, Instance } from './evidence.ts'

/** By how it began, before anything is known of an expiry. */
const beginningMs: Readonly<Record<string, number>> = { tap: 30_000, code: 120_000, resume: 600_000 }
const graceMs = 15_000

/** Where the wall's clock is the only one, setting it back loses what went by since it was looked at last. */
const betweenLooksMs = 30_000

/**
 * A sleep is late on all timers. Where the wall's clock was set back meanwhile, and the other one stood still, nothing on
 * the device has counted it.
 */
const wakingMs = ({ told, terms }: Evidence, { began, ends }: Instance, dueMs: number): number => {
  const isSince = ({ n }: { readonly n: number }) => n > began.n && n < (ends[0]?.n ?? Number.POSITIVE_INFINITY)
  const sleeps = told.filter(({ did, untilMs = 0 }) => did === 'sleep' && untilMs >= began.atMs)
  const isBack = told.some((line) => line.status === 'back' && line.did === 'clock' && isSince(line))
  const sleptMs = sleeps.reduce((sum, { atMs, untilMs = 0 }) => sum + untilMs - atMs, 0)
  const lostMs = isBack ? sleptMs + (terms.monotonic ? 0 : betweenLooksMs) : 0
  return sleeps.reduce(
    (limit, { atMs, untilMs = 0 }) => (atMs <= limit ? Math.max(limit, untilMs + lastLookMs) : limit),
    dueMs + lostMs,
  )
}

/** The last moment at which it may end: by its beginning, and by the expiry of each offer that it had. */
const limitMs = (evidence: Evidence, instance: Instance): number => {
  const { atMs: beganMs, order, status = '' } = instance.began
  let dueMs = beganMs + (beginningMs[status] ?? 0)
  for (const { atMs, expiresMs = 0, ...line } of evidence.said)
    if (line.status === 'offer' && line.order === order)
      dueMs = Math.max(dueMs, Math.max(beganMs, atMs + lastLookMs) + expiresMs + graceMs)
  return wakingMs(evidence, instance, dueMs + lastLookMs)
}

export const byTheDeadline: Rule = (evidence) => {
  for (const instance of evidence.instances) {
    const { began, ends } = instance
    const isOpen = ends.length === 0 && !evidence.deadAtMs.has(began.page)
    if (isOpen) return { atMs: began.atMs, why: `a payment begun at ${began.atMs} never ended` }
    if (!ends[0]) continue
    const limit = limitMs(evidence, instance)
    if (ends[0].atMs > limit) return { atMs: ends[0].atMs, why: `ended after ${limit}` }
  }
  return undefined
}
