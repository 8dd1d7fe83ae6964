/** What was under way on a page, and when. Imports nothing of the client's. */
import type { Evidence, Instance } from './evidence.ts'
import type { MerchantLine, Terms } from './ledger.ts'

/** One last look, which may time out. */
export const lastLookMs = 10_000

/** A wallet that says who pays is waited for, before anything is sent. */
export const loginMs = 3_000

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

/** Without storage two checkouts of one page do not know of each other. */
export const isDivided = ({ terms, told }: Evidence): boolean =>
  terms.memory === 'page' && told.some(({ did, status }) => did === 'tap' && status === 'remount')

/** Storage failed on the way: what was written before is no proof that it is known. */
export const isSpoilt = ({ memory }: Terms): boolean => memory === 'spoilt' || memory === 'full'
