/** What was under way on a page, and when. Imports nothing of the client's. */
import type { Evidence, Instance } from './evidence.ts'
import type { MerchantLine, Terms, ToldLine } from './ledger.ts'

/** One last look, which may time out. */
export const lastLookMs = 10_000

/** A wallet that says who pays is waited for, before anything is sent. */
const loginMs = 3_000

const endAtMs = ({ deadAtMs, terms }: Evidence, { began, ends }: Instance): number =>
  ends[0]?.atMs ?? deadAtMs.get(began.page) ?? terms.endMs

/** How many payments of the line's order were under way on its page. */
export const liveAt = (evidence: Evidence, { page, order, atMs }: MerchantLine): number => {
  let count = 0
  for (const instance of evidence.instances) {
    const { began } = instance
    const isTheirs = began.page === page && began.order === order
    if (isTheirs && began.atMs <= atMs && endAtMs(evidence, instance) >= atMs) count += 1
  }
  return count
}

const sleptMs = (told: readonly ToldLine[], fromMs: number, toMs: number): number =>
  told.reduce((sum, { did, atMs, untilMs = 0 }) => {
    const overlapMs = Math.min(untilMs, toMs) - Math.max(atMs, fromMs)
    return did === 'sleep' && overlapMs > 0 ? sum + overlapMs : sum
  }, 0)

/** Does the page still wait for the wallet to say who pays, after one of these was done? A sleep lengthens the wait. */
export const isLoggingIn = (
  { told, terms }: Evidence,
  { page, atMs }: MerchantLine | ToldLine,
  after: readonly ToldLine['did'][],
): boolean => {
  if (!terms.logsIn) return false
  const isRecent = (fromMs: number) => fromMs <= atMs && atMs - fromMs - sleptMs(told, fromMs, atMs) <= loginMs
  return told.some((each) => after.includes(each.did) && each.page === page && isRecent(each.atMs))
}

/** Without storage two checkouts of one page do not know of each other. */
export const isDivided = ({ terms, told }: Evidence): boolean =>
  terms.memory === 'page' && told.some(({ did, status }) => did === 'tap' && status === 'remount')

/** Storage failed on the way: what was written before is no proof that it is known. */
export const isSpoilt = ({ memory }: Terms): boolean => memory === 'spoilt' || memory === 'full'
