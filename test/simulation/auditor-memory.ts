/** What the client must not forget: what was with a wallet, its id, and which codes it has sent. Imports nothing of the client's. */
import type { Rule } from './auditor.ts'
import { isInvocation } from './auditor-invoking.ts'
import { isDivided, isSpoilt } from './auditor-lives.ts'
import type { Evidence } from './evidence.ts'
import type { MerchantLine, ToldLine } from './ledger.ts'

const finals: readonly string[] = ['closed', 'failed', 'paid', 'refunded', 'channel_fixed']

type Placed = { readonly n: number; readonly payment?: string; readonly order?: string }

/** The payer has chosen another wallet since it was let go: the order has one record, which is the later payment's. */
const isSwitched = ({ sent, told }: Evidence, last: Placed, order: string | undefined): boolean => {
  const { wallet } = sent.find(({ call, payment }) => call === 'prepare' && payment === last.payment) ?? {}
  // A form is on its way to the wallet while the page can still be tapped.
  const isLetGo = ({ did, payment, n }: ToldLine) => did === 'state' && payment === last.payment && n < last.n
  const { n } = told.filter(isLetGo).at(-1) ?? last
  return sent.some((line) => line.call === 'prepare' && line.order === order && line.wallet !== wallet && line.n > n)
}

/** Whether anybody had the end of what was invoked by `last`, before `line`. */
const hadEnd = (evidence: Evidence, last: Placed, line: ToldLine): boolean => {
  const { told, results, said } = evidence
  const anyOfOrder = isSwitched(evidence, last, line.order)
  const isTheirs = ({ payment, order }: Placed) => payment === last.payment || (anyOfOrder && order === line.order)
  const isSettled = ({ did, code }: ToldLine) => did === 'state' && code !== undefined && code !== 'pending'
  return (
    told.some((each) => each.n > last.n && each.n < line.n && isSettled(each) && isTheirs(each)) ||
    results.some(({ order, status, n }) => order === line.order && status === 'paid' && n < line.n) ||
    said.some((each) => each.n < line.n && finals.includes(each.status ?? '') && isTheirs(each))
  )
}

/** What was with a wallet and has no end yet is found when the page is opened again. */
const foundAgain: Rule = (evidence) => {
  const { told, wallet, terms, elsewhere, orderOf } = evidence
  if (terms.memory !== 'device') return undefined
  for (const line of told) {
    if (line.did !== 'resumed' || line.payment !== '' || elsewhere.has(line.page)) continue
    const isOut = ({ n, payment = '' }: Placed) => n < line.n && orderOf.get(payment) === line.order
    const sheet = wallet.filter((each) => isInvocation(evidence, each) && isOut(each)).at(-1)
    const shown = told.filter((each) => each.did === 'shown' && isOut(each)).at(-1)
    const last = (sheet?.n ?? -1) > (shown?.n ?? -1) ? sheet : shown
    if (last && !hadEnd(evidence, last, line))
      return { atMs: line.atMs, why: `${last.payment} was with the wallet and is not found again` }
  }
  return undefined
}

/**
 * A new id only after the server's final word on the old one, or for another wallet. Without storage a checkout remembers
 * its own ids alone.
 */
const oneId: Rule = (evidence) => {
  const { sent, said, terms, deadAtMs, elsewhere } = evidence
  if (isSpoilt(terms) || terms.till || isDivided(evidence)) return undefined
  const current = new Map<string, MerchantLine>()
  const known = new Set<string>()
  for (const line of sent) {
    if (line.call !== 'prepare' || elsewhere.has(line.page ?? 0)) continue
    const key = terms.memory === 'page' ? `${line.page} ${line.order}` : line.order
    if (known.has(line.payment)) continue
    known.add(line.payment)
    const earlier = current.get(key)
    current.set(key, line)
    if (!earlier || earlier.wallet !== line.wallet) continue
    const cutOff = deadAtMs.get(earlier.page ?? 0) === earlier.atMs
    const final = said.some(
      ({ order, status, n }) => order === line.order && n < line.n && finals.includes(status ?? ''),
    )
    if (!cutOff && !final) return { atMs: line.atMs, why: `a new id for ${line.order}, and the old one has no end` }
  }
  return undefined
}

const isPayerCode = (code: string): boolean => code.startsWith('payment-code:')

/** A login code is sent once for ever. A payment code is a secret and is not kept: a window remembers what it sent itself. */
const codeOnce: Rule = ({ sent }) => {
  const seen = new Set<string>()
  for (const { code, page, atMs } of sent) {
    if (code === undefined) continue
    const key = isPayerCode(code) ? `${page} ${code}` : code
    if (seen.has(key)) return { atMs, why: 'a code that works once was sent twice' }
    seen.add(key)
  }
  return undefined
}

/** At a till: what was sent for an order has an end before anything else is sent for it, over all windows. */
const oneCharge: Rule = ({ sent, told, said, terms }) => {
  if (terms.memory !== 'device') return undefined
  const last = new Map<string, MerchantLine>()
  for (const line of sent) {
    if (line.call !== 'prepare' || line.code === undefined || !isPayerCode(line.code)) continue
    const earlier = last.get(line.order)
    last.set(line.order, line)
    if (!earlier || earlier.payment === line.payment) continue
    const ended = told.some(({ payment, did, status, code, n }) => {
      if (payment !== earlier.payment || n > line.n) return false
      const end = did === 'state' ? code : did === 'ended' || did === 'answered' ? status : undefined
      return end !== undefined && end !== 'pending'
    })
    const final = said.some(
      ({ payment, status = '', n }) => payment === earlier.payment && n < line.n && finals.includes(status),
    )
    if (!ended && !final)
      return { atMs: line.atMs, why: `a second code for ${line.order}, and the first one has no end` }
  }
  return undefined
}

export const memoryRules: Readonly<Record<string, Rule>> = {
  'found again': foundAgain,
  'one id': oneId,
  'a code once': codeOnce,
  'one charge at a time': oneCharge,
}
