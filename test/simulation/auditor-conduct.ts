/** How the client behaved on the way: in time, in bounds, and once. Imports nothing of the client's. */
import type { Rule } from './auditor.ts'
import type { Evidence, Instance } from './evidence.ts'
import type { MerchantLine, ToldLine, WalletLine } from './ledger.ts'

const prepareMs = 30_000
const resumedMs = 600_000
const graceMs = 15_000
/** One last look, which may time out. */
const lastLookMs = 10_000

const endAtMs = ({ deadAtMs, terms }: Evidence, { began, ends }: Instance): number =>
  ends[0]?.atMs ?? deadAtMs.get(began.page) ?? terms.endMs

/** The last moment at which it may end: by its beginning, and by the expiry of each offer that it had. */
const limitMs = ({ said, told }: Evidence, { began }: Instance): number => {
  const offers = said
    .filter(({ status, order }) => status === 'offer' && order === began.order)
    .map(({ atMs, expiresMs = 0 }) => Math.max(began.atMs, atMs + lastLookMs) + expiresMs + graceMs)
  const dueMs = Math.max(began.atMs + (began.status === 'resume' ? resumedMs : prepareMs), ...offers)
  const sleeps = told.filter(({ did }) => did === 'sleep')
  // One clock stood still, the other was set back: nothing on the device has counted the sleep.
  const isLost = told.some(({ status, did }) => did === 'clock' && status === 'back')
  const lostMs = isLost ? sleeps.reduce((sum, { atMs, untilMs = 0 }) => sum + untilMs - atMs, 0) : 0
  return sleeps.reduce(
    (limit, { atMs, untilMs = 0 }) => (atMs <= limit ? Math.max(limit, untilMs + lastLookMs) : limit),
    dueMs + lastLookMs + lostMs,
  )
}

const byTheDeadline: Rule = (evidence) => {
  for (const instance of evidence.instances) {
    const { began, ends } = instance
    const limit = limitMs(evidence, instance)
    const isOpen = ends.length === 0 && !evidence.deadAtMs.has(began.page)
    if (isOpen) return { atMs: began.atMs, why: `a payment begun at ${began.atMs} never ended` }
    if (ends[0] && ends[0].atMs > limit) return { atMs: ends[0].atMs, why: `ended after ${limit}` }
  }
  return undefined
}

const liveAt = (evidence: Evidence, { page, order, atMs }: MerchantLine): number =>
  evidence.instances.filter(
    (instance) =>
      instance.began.page === page &&
      instance.began.order === order &&
      instance.began.atMs <= atMs &&
      endAtMs(evidence, instance) >= atMs,
  ).length

/** One question in flight for each payment that is watched. */
const oneInFlight: Rule = (evidence) => {
  const open = new Map<string, number>()
  for (const line of evidence.merchant) {
    if (line.call !== 'status' || (line.did !== 'sent' && line.did !== 'over')) continue
    const key = `${line.page} ${line.payment}`
    const count = (open.get(key) ?? 0) + (line.did === 'sent' ? 1 : -1)
    open.set(key, count)
    if (count > 1 && count > liveAt(evidence, line)) return { atMs: line.atMs, why: `${count} questions at once` }
  }
  return undefined
}

const windowMs = 10_000
const perWindow = 14

const byPageAndPayment = (lines: readonly MerchantLine[]): readonly (readonly MerchantLine[])[] => {
  const rows = new Map<string, MerchantLine[]>()
  for (const line of lines) {
    const key = `${line.page} ${line.payment}`
    const row = rows.get(key)
    if (row) row.push(line)
    else rows.set(key, [line])
  }
  return [...rows.values()]
}

const nudgesWithin = ({ told }: Evidence, fromMs: number, toMs: number): number =>
  told.filter(({ did, atMs }) => atMs >= fromMs - 1 && atMs <= toMs && nudging.includes(did)).length

/** Bounded over any ten seconds: what the payer does may add a question each time. */
const withinBounds: Rule = (evidence) => {
  for (const asked of byPageAndPayment(evidence.sent.filter(({ call }) => call !== 'close'))) {
    for (const [place, line] of asked.entries()) {
      const next = asked[place + perWindow]
      if (!next || next.atMs - line.atMs > windowMs) continue
      const count = asked.filter(({ atMs }) => atMs >= line.atMs && atMs <= line.atMs + windowMs).length
      const watching = Math.max(1, liveAt(evidence, line), liveAt(evidence, next))
      const most = perWindow * watching + 2 * nudgesWithin(evidence, line.atMs, line.atMs + windowMs)
      if (count > most) return { atMs: line.atMs, why: `${count} requests in 10 s` }
    }
  }
  return undefined
}
const nudging: readonly string[] = ['wake', 'tap', 'ended', 'began', 'shown']

const starting: readonly string[] = ['tap', 'ahead', 'resuming']

/** A request belongs to a payment that is under way, or to what the page has just asked for. */
const silentAfterTheEnd: Rule = (evidence) => {
  for (const line of evidence.sent) {
    if (line.call === 'close' || liveAt(evidence, line) > 0) continue
    const asked = evidence.told.some(
      ({ did, page, atMs }) => page === line.page && atMs === line.atMs && starting.includes(did),
    )
    if (!asked) return { atMs: line.atMs, why: `${line.call} was sent, and nothing is under way` }
  }
  return undefined
}

export const isInvocation = (evidence: Evidence, { did, page }: WalletLine): boolean =>
  (did === 'sheet' || did === 'refused') && page !== undefined && !evidence.elsewhere.has(page)

/** The page cannot know of the first sheet any more: it has left for it, is gone, was told to stop, was answered, or a clock says that it is long over. */
const isForgotten = ({ deadAtMs, told, wallet }: Evidence, first: WalletLine, second: WalletLine): boolean => {
  const isBetween = ({ n }: { readonly n: number }) => n > first.n && n < second.n
  return (
    first.by === 'cashier' ||
    deadAtMs.has(first.page ?? -1) ||
    told.some(
      (line) =>
        isBetween(line) &&
        ((line.did === 'clock' && line.status === 'on') || (line.did === 'ended' && line.page === first.page)),
    ) ||
    wallet.some((line) => line.did === 'said' && line.page === first.page && isBetween(line))
  )
}

/** Two sheets of one order are never up at once, over all tabs of a browser; of one trade, as far as a page can know. */
const oneInvocation: Rule = (evidence) => {
  const up = new Map<string, WalletLine>()
  for (const line of evidence.wallet) {
    const order = evidence.orderOf.get(line.payment) ?? ''
    if (line.did === 'gone' && up.get(order)?.page === line.page) up.delete(order)
    if (!isInvocation(evidence, line) || line.did === 'refused') continue
    const other = up.get(order)
    const excused = other?.page !== line.page && !evidence.terms.locks
    const isKnown = other?.payment !== line.payment || !isForgotten(evidence, other, line)
    if (other && !excused && isKnown)
      return { atMs: line.atMs, why: `a second sheet for ${order} while the first is up` }
    up.set(order, line)
  }
  return undefined
}

/** From leaving a page to the wallet's sheet. */
const leavingMs = 150

const neverOncePaid: Rule = (evidence) => {
  if (!evidence.terms.storage) return undefined
  for (const line of evidence.wallet) {
    if (!isInvocation(evidence, line)) continue
    const order = evidence.orderOf.get(line.payment) ?? ''
    const paid = evidence.results.find(
      (result) =>
        result.status === 'paid' &&
        result.order === order &&
        result.atMs + leavingMs < line.atMs &&
        !evidence.elsewhere.has(result.page),
    )
    if (paid) return { atMs: line.atMs, why: `${order} was told paid at ${paid.atMs} and is invoked again` }
  }
  return undefined
}

/** Nobody gives up without having asked once more. */
const aLastLook: Rule = ({ results, sent, told }) => {
  for (const result of results) {
    if (result.status !== 'pending' || result.did !== 'ended' || result.code === 'stopped') continue
    const slept = told.some(({ did, untilMs = 0 }) => did === 'sleep' && untilMs >= result.atMs - lastLookMs)
    const looked = sent.some(
      ({ call, page, payment, atMs, n }) =>
        call === 'status' &&
        page === result.page &&
        payment === result.payment &&
        n < result.n &&
        atMs >= result.atMs - lastLookMs,
    )
    if (!looked && !slept) return { atMs: result.atMs, why: 'gave up without a last look' }
  }
  return undefined
}

/** The end of a twin is heard in all tabs, a moment after it was told. */
const isNews = (end: ToldLine, next: MerchantLine): boolean => end.n < next.n && end.atMs + newsMs >= next.atMs
const newsMs = 1

/** Who was asked to come back later does, unless something has happened meanwhile. */
const retryAfterObeyed: Rule = (evidence) => {
  const { said, sent, wallet, told } = evidence
  if (told.some(({ did, status }) => did === 'clock' && status === 'on')) return undefined // by a wrong clock a date is past at once
  for (const line of said) {
    if (line.status !== 'later') continue
    const untilMs = line.atMs + (line.expiresMs ?? 0)
    const isSoon = ({ n, atMs }: { readonly n: number; readonly atMs: number }) => n > line.n && atMs < untilMs
    const early = sent.find(
      (next) => next.call === line.call && next.page === line.page && next.payment === line.payment && isSoon(next),
    )
    if (!early || liveAt(evidence, early) > 1) continue
    const isBefore = ({ n }: { readonly n: number }) => n >= line.n && n < early.n
    const moved =
      told.some((each) => isBefore(each) && each.did !== 'output' && each.did !== 'state') ||
      wallet.some((each) => isBefore(each) && each.did === 'said') ||
      told.some((each) => each.did === 'ended' && each.n > early.n && each.atMs <= early.atMs + lastLookMs) ||
      told.some((each) => each.did === 'ended' && each.order === early.order && isNews(each, early))
    if (!moved) return { atMs: early.atMs, why: `asked again before ${untilMs}` }
  }
  return undefined
}

export const conductRules: Readonly<Record<string, Rule>> = {
  'by the deadline': byTheDeadline,
  'one question in flight': oneInFlight,
  'requests within bounds': withinBounds,
  'silent after the end': silentAfterTheEnd,
  'one live invocation': oneInvocation,
  'never once paid': neverOncePaid,
  'a last look': aLastLook,
  'Retry-After obeyed': retryAfterObeyed,
}
