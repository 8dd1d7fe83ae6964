/**
 * Judges a run by its books alone: what the wallets did, what the merchant's server had and said, and what the client
 * told its caller. It imports nothing of the client's, so that it cannot share a mistake with it.
 */

import { askingRules } from './auditor-asking.ts'
import { invokingRules } from './auditor-invoking.ts'
import { isLoggingIn } from './auditor-lives.ts'
import { memoryRules } from './auditor-memory.ts'
import { byTheDeadline } from './auditor-time.ts'
import { type Evidence, evidenceIn, type Instance } from './evidence.ts'
import type { CaseFile, ToldLine } from './ledger.ts'

export interface Verdict {
  readonly rule: string
  readonly why: string
  readonly atMs: number
}

/** The first line that breaks the rule, and why; undefined where it was kept. */
export type Rule = (evidence: Evidence) => { readonly atMs: number; readonly why: string } | undefined

const before = (line: { readonly n: number }, other: { readonly n: number }): boolean => line.n < other.n

const falsePaid: Rule = ({ results, merchant }) => {
  const found = results.find(
    (result) =>
      result.status === 'paid' &&
      !merchant.some(
        (line) =>
          line.did === 'money' && before(line, result) && line.order === result.order && line.fen === result.fen,
      ),
  )
  return found && { atMs: found.atMs, why: `told paid, and the merchant has no such money of ${found.order}` }
}

const wasSaid = ({ said }: Evidence, result: ToldLine, words: readonly string[]): boolean =>
  said.some((line) => line.payment === result.payment && before(line, result) && words.includes(line.status ?? ''))

const falseClosed: Rule = (evidence) => {
  const found = evidence.results.find(
    (result) => result.status === 'closed' && !wasSaid(evidence, result, ['closed', 'refunded']),
  )
  return found && { atMs: found.atMs, why: 'told closed, and the merchant never said so' }
}

/**
 * Handed to a wallet, or shown to be scanned. A page knows of its own doing, unless a twin on it did it and storage did not
 * give it back; of another page's, as long as they share a record and take turns.
 */
const wasInvoked = ({ wallet, told, terms, instances }: Evidence, { payment, page, n }: ToldLine): boolean => {
  const isTwin = ({ began }: Instance) => began.payment === payment && began.page === page
  const forgets = terms.memory === 'spoilt' && instances.filter(isTwin).length > 1
  const shares = terms.memory === 'device' && terms.locks
  const isKnown = (line: { readonly payment?: string; readonly page?: number | undefined; readonly n: number }) =>
    line.payment === payment && line.n < n && !forgets && (shares || line.page === page)
  return (
    wallet.some((line) => (line.did === 'sheet' || line.did === 'refused') && isKnown(line)) ||
    told.some((line) => line.did === 'shown' && isKnown(line))
  )
}

const falseFailed: Rule = (evidence) => {
  const { results, sent } = evidence
  for (const result of results) {
    if (result.status !== 'failed' || wasSaid(evidence, result, ['failed'])) continue
    if (wasInvoked(evidence, result)) return { atMs: result.atMs, why: 'told failed after the wallet was invoked' }
    const asked = sent.some((line) => line.call === 'status' && line.page === result.page && before(line, result))
    if (!asked) return { atMs: result.atMs, why: 'told failed, and the merchant was never asked' }
  }
  return undefined
}

/** The wallet said so, and the merchant still said unpaid three seconds later. */
const falseCancelled: Rule = ({ results, wallet, said }) => {
  for (const result of results) {
    if (result.status !== 'cancelled') continue
    const { payment } = result
    const word = wallet.find(
      (line) => line.did === 'said' && line.word === 'cancel' && line.payment === payment && before(line, result),
    )
    if (!word) return { atMs: result.atMs, why: 'told cancelled, and no wallet said so' }
    const unpaid = said.some(
      (line) =>
        line.payment === payment && line.status === 'pending' && line.atMs >= word.atMs + 3_000 && before(line, result),
    )
    if (!unpaid) return { atMs: result.atMs, why: 'told cancelled before the merchant had said unpaid for 3 s' }
  }
  return undefined
}

/** Money that went back is no charge: but it must have gone before more is taken. */
const secondCharge: Rule = ({ wallet, orderOf }) => {
  const charged = new Map<string, string>()
  for (const { did, payment, atMs } of wallet) {
    if (did !== 'paid' && did !== 'back') continue
    const order = orderOf.get(payment) ?? payment
    if (did === 'paid' && charged.has(order)) return { atMs, why: `${order} was charged twice` }
    if (did === 'paid') charged.set(order, payment)
    else if (charged.get(order) === payment) charged.delete(order)
  }
  return undefined
}

const twoEnds: Rule = ({ instances }) => {
  for (const { ends, states } of instances) {
    const [end, second] = ends
    if (second) return { atMs: second.atMs, why: 'one payment ended twice' }
    if (!end) continue
    const settled = states.find(({ code }) => code !== undefined)
    if (settled && settled.code !== end.status) return { atMs: end.atMs, why: 'state and result say different things' }
    const late = states.find((state) => before(end, state))
    if (late) return { atMs: late.atMs, why: 'the state changed after the end' }
  }
  return undefined
}

/** How the world marks what is signed, and how its payers' codes begin. */
const secrets = /SECRET|1357913579/

/** What is signed or says who pays may reach the wallet, and nobody else. */
const secret: Rule = ({ told }) => {
  const found = told.find(({ did, text }) => text !== undefined && did !== 'load' && secrets.test(text))
  return found && { atMs: found.atMs, why: `a secret is in what the client put out (${found.did})` }
}

const thrown: Rule = ({ told }) => {
  const found = told.find(({ did }) => did === 'threw')
  return found && { atMs: found.atMs, why: `threw at the page: ${found.text}` }
}

/** What was asked ahead is the page's, and not a payment's: it waits for the wallet to say who pays. */
const leftBehind: Rule = (evidence) => {
  const isLeft = (line: ToldLine) => line.did === 'left' && line.count !== 0 && !isLoggingIn(evidence, line, ['ahead'])
  const found = evidence.told.find(isLeft)
  return found && { atMs: found.atMs, why: `${found.count} timers, listeners or locks are left` }
}

export const rules: Readonly<Record<string, Rule>> = {
  'no false paid': falsePaid,
  'no false failed': falseFailed,
  'no false cancelled': falseCancelled,
  'no false closed': falseClosed,
  'no second charge': secondCharge,
  'one end': twoEnds,
  'no secret': secret,
  'nothing thrown': thrown,
  'nothing left behind': leftBehind,
  'by the deadline': byTheDeadline,
  ...askingRules,
  ...invokingRules,
  ...memoryRules,
}

const all = Object.entries(rules)

/** Every rule that was broken. */
export const audit = (file: CaseFile): readonly Verdict[] => {
  const evidence = evidenceIn(file)
  return all.flatMap(([rule, judge]) => {
    const broken = judge(evidence)
    return broken ? [{ rule, ...broken }] : []
  })
}
