/** What the client must not forget: what was with a wallet, its id, and that a code works once. Imports nothing of the client's. */
import type { Rule } from './auditor.ts'
import { isInvocation } from './auditor-conduct.ts'
import type { MerchantLine } from './ledger.ts'

const finals: readonly string[] = ['closed', 'failed', 'paid', 'refunded', 'channel_fixed']

/** What was with a wallet and has no end yet is found when the page is opened again. */
const foundAgain: Rule = (evidence) => {
  const { told, wallet, results, said, terms, elsewhere, orderOf } = evidence
  const settled = told.filter(({ did, code }) => did === 'state' && code !== undefined)
  if (!terms.storage) return undefined
  const invocations = [
    ...wallet.filter((line) => isInvocation(evidence, line)),
    ...told.filter(({ did }) => did === 'shown'),
  ]
  for (const line of told) {
    if (line.did !== 'resumed' || line.payment !== '' || elsewhere.has(line.page)) continue
    const last = invocations
      .filter(({ n, payment }) => n < line.n && orderOf.get(payment ?? '') === line.order)
      .reduce<{ n: number; payment?: string } | undefined>((a, b) => (a && a.n > b.n ? a : b), undefined)
    if (!last) continue
    const isAfter = ({ n }: { n: number }) => n > last.n && n < line.n
    const ended =
      settled.some((state) => state.payment === last.payment && state.code !== 'pending' && isAfter(state)) ||
      results.some(({ order, status, n }) => order === line.order && status === 'paid' && n < line.n)
    const final = said.some(
      ({ payment, status, n }) => payment === last.payment && n < line.n && finals.includes(status ?? ''),
    )
    if (!ended && !final) return { atMs: line.atMs, why: `${last.payment} was with the wallet and is not found again` }
  }
  return undefined
}

/** A new id only after the server's final word on the old one. */
const oneId: Rule = ({ sent, said, terms, deadAtMs, elsewhere }) => {
  if (!terms.storage) return undefined
  const current = new Map<string, MerchantLine>()
  for (const line of sent) {
    if (line.call !== 'prepare' || elsewhere.has(line.page ?? 0)) continue
    const earlier = current.get(line.order)
    current.set(line.order, line)
    if (!earlier || earlier.payment === line.payment) continue
    const cutOff = deadAtMs.get(earlier.page ?? 0) === earlier.atMs
    const final = said.some(
      ({ order, status, n }) => order === line.order && n < line.n && finals.includes(status ?? ''),
    )
    if (!cutOff && !final) return { atMs: line.atMs, why: `a new id for ${line.order}, and the old one has no end` }
  }
  return undefined
}

const codeOnce: Rule = ({ sent }) => {
  const seen = new Set<string>()
  for (const { code, atMs } of sent) {
    if (code === undefined) continue
    if (seen.has(code)) return { atMs, why: 'a code that works once was sent twice' }
    seen.add(code)
  }
  return undefined
}

export const memoryRules: Readonly<Record<string, Rule>> = {
  'found again': foundAgain,
  'one id': oneId,
  'a code once': codeOnce,
}
