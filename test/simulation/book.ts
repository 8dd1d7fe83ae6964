/** Where each part of the world writes down what it did. */
import type { Entry, MerchantLine, ToldLine, WalletLine } from './ledger.ts'

type News<Line> = Omit<Line, 'atMs' | 'n' | 'book'>

export interface Book {
  readonly entries: readonly Entry[]
  readonly wallet: (line: News<WalletLine>) => void
  readonly merchant: (line: News<MerchantLine>) => void
  readonly told: (line: News<ToldLine>) => void
}

export const makeBook = (nowMs: () => number): Book => {
  const entries: Entry[] = []
  const stamp = <B extends Entry['book']>(book: B) => ({ book, atMs: nowMs(), n: entries.length })
  return {
    entries,
    wallet: (line) => void entries.push(Object.assign(line, stamp('wallet'))),
    merchant: (line) => void entries.push(Object.assign(line, stamp('merchant'))),
    told: (line) => void entries.push(Object.assign(line, stamp('told'))),
  }
}
