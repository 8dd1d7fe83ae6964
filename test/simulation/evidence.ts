/** The three books, sorted by who and what. Imports nothing of the client's. */
import type { CaseFile, MerchantLine, Terms, ToldLine, WalletLine } from './ledger.ts'

/** One payment object of the client's, from its beginning to its end. */
export interface Instance {
  readonly began: ToldLine
  readonly ends: readonly ToldLine[]
  readonly states: readonly ToldLine[]
}

export interface Evidence {
  readonly terms: Terms
  readonly wallet: readonly WalletLine[]
  readonly merchant: readonly MerchantLine[]
  readonly told: readonly ToldLine[]
  readonly instances: readonly Instance[]
  /** What the client said became of it, as a result or as the answer to a close. */
  readonly results: readonly ToldLine[]
  readonly sent: readonly MerchantLine[]
  readonly said: readonly MerchantLine[]
  readonly orderOf: ReadonlyMap<string, string>
  /** When each page was gone. */
  readonly deadAtMs: ReadonlyMap<number, number>
  readonly elsewhere: ReadonlySet<number>
}

const instancesIn = (told: readonly ToldLine[]): readonly Instance[] => {
  const found = new Map<number, { began: ToldLine; ends: ToldLine[]; states: ToldLine[] }>()
  for (const line of told) {
    if (line.instance === undefined) continue
    if (line.did === 'began') found.set(line.instance, { began: line, ends: [], states: [] })
    if (line.did === 'ended') found.get(line.instance)?.ends.push(line)
    if (line.did === 'state') found.get(line.instance)?.states.push(line)
  }
  return [...found.values()]
}

export const evidenceIn = ({ entries, terms }: CaseFile): Evidence => {
  const wallet: WalletLine[] = []
  const merchant: MerchantLine[] = []
  const told: ToldLine[] = []
  for (const entry of entries) {
    if (entry.book === 'wallet') wallet.push(entry)
    else if (entry.book === 'merchant') merchant.push(entry)
    else told.push(entry)
  }
  return {
    terms,
    wallet,
    merchant,
    told,
    instances: instancesIn(told),
    results: told.filter(({ did }) => did === 'ended' || did === 'answered'),
    sent: merchant.filter(({ did }) => did === 'sent'),
    said: merchant.filter(({ did }) => did === 'said'),
    orderOf: new Map(merchant.map(({ payment, order }) => [payment, order])),
    deadAtMs: new Map(told.filter(({ did }) => did === 'dead').map(({ page, atMs }) => [page, atMs])),
    elsewhere: new Set(told.filter(({ elsewhere }) => elsewhere).map(({ page }) => page)),
  }
}
