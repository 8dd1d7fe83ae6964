/** The wallets: one trade for each payment id, sheets that come up and go, and a payer who decides. */
import type { Book } from './book.ts'
import type { Payer } from './story.ts'
import type { Timeline } from './timeline.ts'

interface Trade {
  fen: number
  expiresAtMs: number
  readonly sheets: Set<() => void>
  state: 'open' | 'paid' | 'closed' | 'failed'
}

export type Word = 'ok' | 'cancel' | 'fail'

export interface From {
  readonly by: 'bridge' | 'cashier' | 'scan'
  readonly page?: number
}

export interface Wallets {
  /** Opens a trade, or gives an open one more time. */
  readonly open: (payment: string, fen: number, expiresAtMs: number) => void
  readonly look: (payment: string) => Trade['state']
  /** False where it would not: paid, or the payer is typing a password. */
  readonly close: (payment: string) => boolean
  /** A sheet comes up; `answer` is called when the payer is done. */
  readonly sheet: (payment: string, from: From, answer: (word: Word) => void) => void
}

const dawdleMs = 80_000

export const makeWallets = (
  book: Book,
  { at, nowMs }: Timeline,
  payers: readonly Payer[],
  notify: (payment: string) => void,
): Wallets => {
  const trades = new Map<string, Trade>()
  let sheets = 0

  const payerOf = (count: number): Payer =>
    payers[Math.min(count, payers.length - 1)] ?? { does: 'pays', afterMs: 1_000 }

  const isPayable = (trade: Trade | undefined): trade is Trade => trade?.state === 'open' && trade.expiresAtMs > nowMs()

  /** What the payer does with a trade that can be paid; its other sheets are of no use then. */
  const decide = (trade: Trade, payment: string, does: Payer['does']): Word => {
    if (!isPayable(trade)) return 'fail'
    if (does === 'turns-back' || does === 'dawdles') return 'cancel'
    trade.state = does === 'pays' ? 'paid' : 'failed'
    if (does === 'pays') book.wallet({ payment, did: 'paid', fen: trade.fen })
    notify(payment)
    for (const end of [...trade.sheets]) end()
    return does === 'pays' ? 'ok' : 'fail'
  }

  const sheet = (payment: string, from: From, answer: (word: Word) => void): void => {
    const trade = trades.get(payment)
    const { does, afterMs } = payerOf(sheets)
    sheets += 1
    if (!isPayable(trade)) {
      book.wallet({ payment, did: 'refused', ...from })
      at(100, () => answer('fail'))
      return
    }
    const end = (word: Word) => {
      if (!trade.sheets.delete(takenAway)) return
      forget()
      book.wallet({ payment, did: 'gone', ...from })
      answer(word)
    }
    const takenAway = () => end('fail')
    const chosenMs = does === 'dawdles' ? dawdleMs : afterMs
    const forget = at(Math.min(chosenMs, trade.expiresAtMs - nowMs()), () => {
      trade.sheets.delete(takenAway)
      const word = decide(trade, payment, does)
      trade.sheets.add(takenAway)
      end(word)
    })
    trade.sheets.add(takenAway)
    book.wallet({ payment, did: 'sheet', ...from })
  }

  return {
    open: (payment, fen, expiresAtMs) => {
      const trade = trades.get(payment)
      if (!trade) trades.set(payment, { fen, expiresAtMs, sheets: new Set(), state: 'open' })
      else trade.expiresAtMs = expiresAtMs
    },
    look: (payment) => trades.get(payment)?.state ?? 'open',
    close: (payment) => {
      const trade = trades.get(payment)
      if (!trade) return true
      if (trade.state === 'paid' || (trade.sheets.size > 0 && trade.expiresAtMs > nowMs())) return false
      if (trade.state === 'open') trade.state = 'closed'
      return true
    },
    sheet,
  }
}
