/** A merchant's server in memory: the contract's three calls, and the rules R1 to R8. */
import type { Book } from './book.ts'
import type { Call } from './faults.ts'
import { actionFor } from './merchant-action.ts'
import { makeBooks, type Row } from './merchant-books.ts'
import { makeCodes, type Strike } from './merchant-codes.ts'
import { makeHold } from './merchant-hold.ts'
import type { Story } from './story.ts'
import type { Timeline } from './timeline.ts'
import type { Wallets } from './wallets.ts'
import { traitsOf } from './way.ts'

export type Body = Readonly<Record<string, unknown>>
export interface Said {
  readonly http: number
  readonly body: Body
}

/** Who asks, as far as the world goes: a server does not look at it. */
export interface Asker {
  readonly page: number
  readonly strike: Strike
}

export interface Merchant {
  /** The answer, now or once something has changed. */
  readonly answer: (call: Call, asked: Body, asker: Asker, tell: (said: Said) => void) => void
  /** A wallet's notification. */
  readonly hear: (payment: string) => void
  readonly refund: () => void
  /** The order costs more from now on. */
  readonly reprice: (order: string) => void
  readonly priceOf: (order: string) => number
}

const error = (http: number, code: string, more: Body = {}): Said => ({
  http,
  body: { error: { code, message: code }, ...more },
})

export const makeMerchant = (book: Book, timeline: Timeline, wallets: () => Wallets, story: Story): Merchant => {
  const books = makeBooks(book, timeline, wallets)
  const { hold, changed } = makeHold(timeline, books.word)
  const codes = makeCodes(story, timeline, wallets, books, changed)
  const usedCodes = new Set<string>()
  const { nowMs } = timeline
  const needsLogin = traitsOf(story.way).identifies === true

  /** Ended at the wallet, if it lets it. A code is reversed in its own time. */
  const retire = (row: Row): boolean => {
    if (row.state !== 'open') return true
    if (row.kind === 'code' || (row.kind !== undefined && !wallets().close(row.payment))) return false
    row.state = 'closed'
    changed()
    return true
  }

  /** R5: a code works once, and stays with its payment. */
  const identify = (row: Row, identity: unknown): void => {
    const { value } = (identity ?? {}) as { value?: string }
    if (value === undefined || usedCodes.has(value)) return
    usedCodes.add(value)
    row.identified = true
  }

  const offer = (row: Row, action: Body): Said => {
    const { payment, order, fen } = row
    const expiresInSeconds = Math.max(0, Math.floor((row.expiresAtMs - nowMs()) / 1_000))
    return { http: 200, body: { payment, order, amount: { value: fen, currency: 'CNY' }, expiresInSeconds, action } }
  }

  const open = (asked: Body, row: Row): Said => {
    const accepts = asked.accepts as readonly string[]
    const action = actionFor(story.way, asked.wallet, row.payment)
    const kind = String(action.kind)
    if (!accepts.includes(kind) || (row.kind ?? kind) !== kind) return error(409, 'channel_fixed')
    if (row.kind === undefined || kind === 'qr') {
      row.fen = books.order(row.order).fen
      row.expiresAtMs = nowMs() + story.expiresS * 1_000
      wallets().open(row.payment, row.fen, row.expiresAtMs)
    }
    row.kind = kind
    return offer(row, action)
  }

  const authorize = (row: Row): Said => {
    row.fen = books.order(row.order).fen
    row.expiresAtMs = nowMs() + story.expiresS * 1_000
    const url = `https://open.weixin.qq.com/connect/oauth2/authorize?state=${row.payment}`
    return offer(row, { kind: 'authorize', url })
  }

  /** Once for each payment, however often it is asked. */
  const charge = (asked: Body, row: Row, { page, strike }: Asker, tell: (said: Said) => void): void => {
    const { value } = asked.identity as { value: string }
    const done = () => {
      const said = books.word(asked)
      tell(said.body.status === 'pending' ? offer(row, { kind: 'code' }) : said)
    }
    if (row.kind === 'code') return done()
    row.fen = books.order(row.order).fen
    codes.charge(row, value, page, strike, done)
  }

  const prepare = (asked: Body, asker: Asker, tell: (said: Said) => void): void => {
    const payment = String(asked.payment)
    const name = String(asked.order)
    const order = books.lookAtOrder(name)
    const known = books.row(payment)
    if (order.paidBy || (known && known.state !== 'open')) return tell(books.word(asked))
    const busy = error(409, 'order_busy', { retryAfterSeconds: 5 })
    // R3: an unresolved payment of the same order makes it busy, unless the wallet lets it be closed.
    if (!books.others({ payment, order: name }).every(retire)) return tell(busy)
    const row = books.rowFor(payment, name)
    // R7: the order's present amount, at each prepare.
    if (row.kind !== undefined && row.fen !== order.fen) return tell(retire(row) ? books.word(asked) : busy)
    if (story.way === 'till') return charge(asked, row, asker, tell)
    identify(row, asked.identity)
    if (row.identified || !(story.detour || needsLogin)) return tell(open(asked, row))
    tell(needsLogin ? error(403, 'identity_refused') : authorize(row))
  }

  /** R4: closing an unknown id leaves a tombstone. */
  const close = (asked: Body, { strike }: Asker): Said => {
    const row = books.rowFor(String(asked.payment), String(asked.order))
    books.look(row)
    if (row.kind === 'code') codes.hasten(row, strike)
    else retire(row)
    changed()
    return books.word(asked)
  }

  return {
    answer: (call, asked, asker, tell) => {
      const row = books.row(String(asked.payment))
      if (row && row.order !== asked.order) return tell(error(409, 'payment_conflict'))
      if (call === 'prepare') prepare(asked, asker, tell)
      else if (call === 'close') tell(close(asked, asker))
      else hold(asked, story.holds ? Number(asked.waitSeconds ?? 0) * 1_000 : 0, tell)
    },
    hear: (payment) => {
      const row = books.row(payment)
      if (row) books.look(row)
      changed()
    },
    refund: () => {
      books.refund()
      changed()
    },
    reprice: (order) => {
      books.reprice(order)
      changed()
    },
    priceOf: (order) => books.order(order).fen,
  }
}
