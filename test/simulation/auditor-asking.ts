/** How often and when the client asks the merchant's server. Imports nothing of the client's. */
import type { Rule } from './auditor.ts'
import { isLoggingIn, lastLookMs, liveAt } from './auditor-lives.ts'
import type { Evidence } from './evidence.ts'
import type { MerchantLine, ToldLine } from './ledger.ts'

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

const starting: readonly ToldLine['did'][] = ['tap', 'ahead', 'resuming']

/** A request belongs to a payment that is under way, or to what the page has just asked for. */
const silentAfterTheEnd: Rule = (evidence) => {
  for (const line of evidence.sent) {
    if (line.call === 'close' || liveAt(evidence, line) > 0) continue
    const { call, page, atMs } = line
    const asked = evidence.told.some((each) => each.page === page && each.atMs === atMs && starting.includes(each.did))
    if (!asked && !(call === 'prepare' && isLoggingIn(evidence, line, starting)))
      return { atMs, why: `${call} was sent, and nothing is under way` }
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

/** At a till *prepare* is the invocation: its answer is the wallet’s word, and leads to a question. */
const isAnswer = (each: MerchantLine, line: MerchantLine): boolean => each.did === 'over' && each.call !== line.call

/** What happens to a device happens to all its pages. */
const isOnPage = (line: ToldLine, { page }: MerchantLine): boolean => line.page === page || line.page === -1

/** What changes nothing for the server: that somebody looks again is no reason to ask it before the time it named. */
const idle: readonly string[] = ['output', 'state', 'wake']

/** A checkout that was mounted anew does not hear the answer to what the one before it asked ahead. */
const isUnheard = ({ told }: Evidence, early: MerchantLine): boolean => {
  const ahead = told.find(({ did, page }) => did === 'ahead' && page === early.page)
  const isRemount = ({ did, status, page, n }: ToldLine) =>
    did === 'tap' && status === 'remount' && page === early.page && n < early.n
  return ahead !== undefined && told.some((line) => isRemount(line) && line.n > ahead.n)
}

/** Who was asked to come back later does, unless something has happened meanwhile. */
const retryAfterObeyed: Rule = (evidence) => {
  const { said, sent, wallet, told, merchant, terms } = evidence
  for (const line of said) {
    if (line.status !== 'later') continue
    const untilMs = line.atMs + (line.expiresMs ?? 0)
    const isSoon = ({ n, atMs }: { readonly n: number; readonly atMs: number }) => n > line.n && atMs < untilMs
    const early = sent.find(
      (next) => next.call === line.call && next.page === line.page && next.payment === line.payment && isSoon(next),
    )
    if (!early || liveAt(evidence, early) > 1 || isUnheard(evidence, early)) continue
    // By a clock that was set on a date is past at once.
    if (told.some(({ did, status, n }) => did === 'clock' && status === 'on' && n < early.n)) continue
    const isBefore = ({ n }: { readonly n: number }) => n >= line.n && n < early.n
    const moved =
      told.some((each) => isBefore(each) && isOnPage(each, early) && !idle.includes(each.did)) ||
      wallet.some((each) => isBefore(each) && each.did === 'said' && each.page === early.page) ||
      (terms.till && merchant.some((each) => isBefore(each) && isAnswer(each, line) && each.page === early.page)) ||
      told.some((each) => each.did === 'ended' && each.n > early.n && each.atMs <= early.atMs + lastLookMs) ||
      told.some((each) => each.did === 'ended' && each.order === early.order && isNews(each, early))
    if (!moved) return { atMs: early.atMs, why: `asked again before ${untilMs}` }
  }
  return undefined
}

export const askingRules: Readonly<Record<string, Rule>> = {
  'one question in flight': oneInFlight,
  'requests within bounds': withinBounds,
  'silent after the end': silentAfterTheEnd,
  'a last look': aLastLook,
  'Retry-After obeyed': retryAfterObeyed,
}
