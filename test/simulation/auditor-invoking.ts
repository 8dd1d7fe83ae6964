/** How the client reaches for a wallet: once, for what the page showed, and never for what is paid. Imports nothing of the client's. */
import type { Rule } from './auditor.ts'
import { isDivided, isSpoilt } from './auditor-lives.ts'
import type { Evidence } from './evidence.ts'
import type { WalletLine } from './ledger.ts'

export const isInvocation = (evidence: Evidence, { did, page }: WalletLine): boolean =>
  (did === 'sheet' || did === 'refused') && page !== undefined && !evidence.elsewhere.has(page)

/** So long after the invocation a page holds a silent wallet to be closed. */
const silentMs = 120_000

/**
 * Nobody knows of the first sheet any more: its page has left for it or is gone, the wallet has said its word, or the only
 * clock says that it is long over. Once the payment has ended the page's lock is dropped (law 13), so that another tab may show
 * a second sheet: of the same trade, which the wallet takes money for once ('one live trade', 'no second charge').
 */
const isForgotten = ({ deadAtMs, told, wallet, terms }: Evidence, first: WalletLine, second: WalletLine): boolean => {
  const isBetween = ({ n }: { readonly n: number }) => n > first.n && n < second.n
  const isElsewhere = first.page !== second.page
  return (
    first.by === 'cashier' ||
    deadAtMs.has(first.page ?? -1) ||
    second.atMs - first.atMs >= silentMs ||
    (!terms.monotonic && told.some(({ did, status, n }) => did === 'clock' && status === 'on' && n < second.n)) ||
    (isElsewhere && told.some((line) => isBetween(line) && line.did === 'ended' && line.page === first.page)) ||
    wallet.some((line) => isBetween(line) && line.did === 'said' && line.page === first.page)
  )
}

/** Two sheets of one trade are never up at once, as far as anybody on the device can know. */
const oneInvocation: Rule = (evidence) => {
  const up = new Map<string, WalletLine>()
  for (const line of evidence.wallet) {
    const { payment, page } = line
    if (line.did === 'gone' && up.get(payment)?.page === page) up.delete(payment)
    if (line.did !== 'sheet' || !isInvocation(evidence, line)) continue
    const other = up.get(payment)
    const excused = other?.page !== page && !evidence.terms.locks
    if (other && !excused && !isForgotten(evidence, other, line))
      return { atMs: line.atMs, why: `a second sheet for ${payment} while the first is up` }
    up.set(payment, line)
  }
  return undefined
}

/** Two trades of one order are never up at once: over all tabs, devices and phones, whatever storage and locks do. */
const oneTrade: Rule = ({ wallet, orderOf }) => {
  const up = new Map<string, Map<string, number>>()
  for (const { did, payment, atMs } of wallet) {
    if (did !== 'sheet' && did !== 'gone') continue
    const order = orderOf.get(payment) ?? ''
    const trades = up.get(order) ?? new Map<string, number>()
    up.set(order, trades)
    const count = (trades.get(payment) ?? 0) + (did === 'sheet' ? 1 : -1)
    if (count > 0) trades.set(payment, count)
    else trades.delete(payment)
    if (trades.size > 1) return { atMs, why: `two trades of ${order} can be paid at once` }
  }
  return undefined
}

/** From leaving a page to the wallet's sheet. */
const leavingMs = 150

/** Without storage a page knows of its own doing alone. */
const neverOncePaid: Rule = (evidence) => {
  const { terms, orderOf, results, elsewhere } = evidence
  const paid = results.filter(({ status, page }) => status === 'paid' && !elsewhere.has(page))
  if (paid.length === 0 || isSpoilt(terms) || isDivided(evidence)) return undefined
  for (const line of evidence.wallet) {
    if (!isInvocation(evidence, line)) continue
    const order = orderOf.get(line.payment) ?? ''
    const isKnown = (page: number) => terms.memory === 'device' || page === line.page
    const told = paid.find((each) => each.order === order && each.atMs + leavingMs < line.atMs && isKnown(each.page))
    if (told) return { atMs: line.atMs, why: `${order} was told paid at ${told.atMs} and is invoked again` }
  }
  return undefined
}

/**
 * Where the page says which amount it showed, no other one comes up in the wallet. A payment code is charged by *prepare*
 * itself, which does not name an amount: there the server alone can hold it.
 */
const theAmountShown: Rule = (evidence) => {
  for (const line of evidence.wallet) {
    if (line.did !== 'sheet' || line.by === 'code' || line.page === undefined) continue
    const order = evidence.orderOf.get(line.payment)
    const shown = evidence.instances.filter(
      ({ began }) => began.page === line.page && began.order === order && began.fen !== undefined && began.n < line.n,
    )
    if (shown.length > 0 && shown.every(({ began }) => began.fen !== line.fen))
      return { atMs: line.atMs, why: `the wallet asks for ${line.fen}, and the page showed ${shown[0]?.began.fen}` }
  }
  return undefined
}

export const invokingRules: Readonly<Record<string, Rule>> = {
  'one live invocation': oneInvocation,
  'one live trade': oneTrade,
  'never once paid': neverOncePaid,
  'the amount shown': theAmountShown,
}
