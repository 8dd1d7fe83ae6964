/** The wallets: one trade for each payment id, sheets that come up and go, and a payer who decides. */
import type { Book } from './book.ts'
import type { Payer } from './story.ts'
import type { Timeline } from './timeline.ts'

interface Trade {
  fen: number
  expiresAtMs: number
  readonly sheets: Set<() => void>
  /** `returned`: paid, and the money went back. */
  state: 'open' | 'paid' | 'closed' | 'failed' | 'returned'
}

export type Word = 'ok' | 'cancel' | 'fail'

export interface From {
  readonly by: 'bridge' | 'cashier' | 'scan' | 'code'
  readonly page?: number
}

interface Charge {
  readonly payment: string
  readonly fen: number
}

export interface Wallets {
  /** Opens a trade, or gives an open one more time. */
  readonly open: (payment: string, fen: number, expiresAtMs: number) => void
  readonly look: (payment: string) => Trade['state']
  /** False where it would not: paid, or the payer is typing a password. */
  readonly close: (payment: string) => boolean
  /** A sheet comes up; `answer` is called when the payer is done. */
  readonly sheet: (payment: string, from: From, answer: (word: Word) => void) => void
  /** A code that the payer has shown, which works once. Small sums are taken at once, `asks` wants a password all the same. */
  readonly charge: (charge: Charge, code: string, page: number, asks: boolean) => void
  /** Gives back what was paid, and closes what was not. `paidMeanwhile`: the payer is a moment faster. */
  readonly reverse: (payment: string, paidMeanwhile: boolean) => void
  readonly giveBack: (payment: string) => void
}

const dawdleMs = 80_000
/** How long a payment code's password is waited for. */
const passwordMs = 180_000
/** A password takes the payer at least this long. */
const askedMs = 4_000

export const makeWallets = (
  book: Book,
  { at, nowMs }: Timeline,
  payers: readonly Payer[],
  notify: (payment: string) => void,
): Wallets => {
  const trades = new Map<string, Trade>()
  const codes = new Set<string>()
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

  const sheet = (payment: string, from: From, answer: (word: Word) => void, leastMs = 0): void => {
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
    const chosenMs = does === 'dawdles' ? dawdleMs : Math.max(afterMs, leastMs)
    const forget = at(Math.min(chosenMs, trade.expiresAtMs - nowMs()), () => {
      trade.sheets.delete(takenAway)
      const word = decide(trade, payment, does)
      trade.sheets.add(takenAway)
      end(word)
    })
    trade.sheets.add(takenAway)
    book.wallet({ payment, did: 'sheet', fen: trade.fen, ...from })
  }

  const open = (payment: string, fen: number, expiresAtMs: number): void => {
    const trade = trades.get(payment)
    if (!trade) trades.set(payment, { fen, expiresAtMs, sheets: new Set(), state: 'open' })
    else trade.expiresAtMs = expiresAtMs
  }

  const charge: Wallets['charge'] = ({ payment, fen }, code, page, asks) => {
    open(payment, fen, nowMs() + passwordMs)
    const trade = trades.get(payment)
    if (trade && codes.has(code)) trade.state = 'failed'
    codes.add(code)
    sheet(payment, { by: 'code', page }, () => {}, asks ? askedMs : 0)
  }

  const giveBack = (payment: string): void => {
    const trade = trades.get(payment)
    if (trade?.state !== 'paid') return
    trade.state = 'returned'
    book.wallet({ payment, did: 'back', fen: trade.fen })
  }

  const reverse = (payment: string, paidMeanwhile: boolean): void => {
    const trade = trades.get(payment)
    if (!trade) return void trades.set(payment, { fen: 0, expiresAtMs: 0, sheets: new Set(), state: 'closed' })
    if (paidMeanwhile) decide(trade, payment, 'pays')
    if (trade.state === 'open') trade.state = 'closed'
    for (const end of [...trade.sheets]) end()
    giveBack(payment)
  }

  return {
    open,
    look: (payment) => trades.get(payment)?.state ?? 'open',
    close: (payment) => {
      const trade = trades.get(payment)
      if (!trade) return true
      if (trade.state === 'paid' || (trade.sheets.size > 0 && trade.expiresAtMs > nowMs())) return false
      if (trade.state === 'open') trade.state = 'closed'
      return true
    },
    sheet: (payment, from, answer) => sheet(payment, from, answer),
    charge,
    reverse,
    giveBack,
  }
}
