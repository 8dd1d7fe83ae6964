/** A merchant's server in memory: the contract's three calls, and the rules R1 to R8. */
import type { Book } from './book.ts'
import type { Call } from './faults.ts'
import { actionFor } from './merchant-action.ts'
import type { Story } from './story.ts'
import type { Timeline } from './timeline.ts'
import type { Wallets } from './wallets.ts'

export type Body = Readonly<Record<string, unknown>>
export interface Said {
  readonly http: number
  readonly body: Body
}

interface Row {
  readonly payment: string
  readonly order: string
  kind: string | undefined
  state: 'open' | 'paid' | 'closed' | 'failed'
  expiresAtMs: number
  openid: boolean
}

interface Order {
  readonly fen: number
  paidBy: string | undefined
  refunded: boolean
}

export interface Merchant {
  /** The answer, now or once something has changed. */
  readonly answer: (call: Call, asked: Body, tell: (said: Said) => void) => void
  /** A wallet's notification. */
  readonly hear: (payment: string) => void
  readonly refund: () => void
}

export const orders: Readonly<Record<string, number>> = { 'order-1': 990, 'order-2': 1990 }

const error = (http: number, code: string, more: Body = {}): Said => ({
  http,
  body: { error: { code, message: code }, ...more },
})

export const makeMerchant = (book: Book, timeline: Timeline, wallets: () => Wallets, story: Story): Merchant => {
  const rows = new Map<string, Row>()
  const books = new Map<string, Order>(
    Object.entries(orders).map(([name, fen]) => [name, { fen, paidBy: undefined, refunded: false }]),
  )
  const waiting = new Set<() => void>()
  const usedCodes = new Set<string>()
  const { nowMs, at } = timeline

  const changed = () => {
    for (const look of [...waiting]) look()
  }

  /** R6: a look at the wallet's gateway each time. */
  const look = (row: Row): void => {
    if (row.state !== 'open' || row.kind === undefined) return
    const state = wallets().look(row.payment)
    const order = books.get(row.order)
    if (state === 'paid' && order) {
      row.state = 'paid'
      order.paidBy ??= row.payment
      book.merchant({ did: 'money', payment: row.payment, order: row.order, fen: order.fen })
    } else if (state === 'failed') row.state = 'failed'
    else if (row.expiresAtMs <= nowMs() && wallets().close(row.payment)) row.state = 'closed'
  }

  /** R1: any payment of the order that is paid. */
  const lookAtOrder = (name: string): Order => {
    for (const row of rows.values()) if (row.order === name) look(row)
    return books.get(name) ?? { fen: 1, paidBy: undefined, refunded: false }
  }

  const statusOf = ({ paidBy, refunded }: Order, row: Row | undefined): string => {
    if (paidBy) return refunded ? 'refunded' : 'paid'
    return row === undefined || row.state === 'open' ? 'pending' : row.state
  }

  const word = (asked: Body, more: Body = {}): Said => {
    const { payment, order: name, nonce } = asked
    const order = lookAtOrder(String(name))
    const row = rows.get(String(payment))
    const status = statusOf(order, row)
    const by = order.paidBy && order.paidBy !== payment ? { paidBy: order.paidBy } : {}
    const back = order.refunded ? { refunded: { value: order.fen } } : {}
    const phase = row ? {} : { phase: 'not-found' }
    const amount = { value: order.fen, currency: 'CNY' }
    const named = { payment, order: name, ...(nonce !== undefined && { nonce }) }
    return { http: 200, body: { ...named, amount, status, ...by, ...back, ...phase, ...more } }
  }

  /** R3: an unresolved payment of the same order makes it busy, unless the wallet lets it be closed. */
  const isBusy = (asked: Body): boolean => {
    for (const row of rows.values()) {
      if (row.order !== asked.order || row.payment === asked.payment || row.state !== 'open') continue
      if (row.kind !== undefined && !wallets().close(row.payment)) return true
      row.state = 'closed'
    }
    changed()
    return false
  }

  /** R5: a code works once, and stays with its payment. */
  const identify = (row: Row, identity: unknown): boolean => {
    const { value } = (identity ?? {}) as { value?: string }
    if (value !== undefined && !usedCodes.has(value)) {
      usedCodes.add(value)
      row.openid = true
    }
    return row.openid || !story.detour
  }

  const offer = (asked: Body, row: Row, action: Body): Said => {
    const value = lookAtOrder(row.order).fen
    const expiresInSeconds = Math.max(0, Math.floor((row.expiresAtMs - nowMs()) / 1_000))
    const { payment, order } = asked
    return {
      http: 200,
      body: { payment, order, amount: { value, currency: 'CNY' }, expiresInSeconds, action },
    }
  }

  const open = (asked: Body, row: Row): Said => {
    const accepts = asked.accepts as readonly string[]
    const action = actionFor(story.way, row.payment)
    if (!accepts.includes(String(action.kind))) return error(409, 'channel_fixed')
    if (row.kind === undefined || story.way === 'qr') {
      row.expiresAtMs = nowMs() + story.expiresS * 1_000
      wallets().open(row.payment, books.get(row.order)?.fen ?? 1, row.expiresAtMs)
    }
    row.kind = String(action.kind)
    return offer(asked, row, action)
  }

  const authorize = (asked: Body, row: Row): Said => {
    row.expiresAtMs = nowMs() + story.expiresS * 1_000
    const url = `https://open.weixin.qq.com/connect/oauth2/authorize?state=${row.payment}`
    return offer(asked, row, { kind: 'authorize', url })
  }

  const rowFor = (payment: string, order: string): Row => {
    const found = rows.get(payment)
    if (found) return found
    const row: Row = { payment, order, kind: undefined, state: 'open', expiresAtMs: Infinity, openid: false }
    rows.set(payment, row)
    return row
  }

  const prepare = (asked: Body): Said => {
    const payment = String(asked.payment)
    const name = String(asked.order)
    const order = lookAtOrder(name)
    const known = rows.get(payment)
    if (order.paidBy || (known && known.state !== 'open')) return word(asked)
    if (isBusy(asked)) return error(409, 'order_busy', { retryAfterSeconds: 5 })
    const row = rowFor(payment, name)
    return identify(row, asked.identity) ? open(asked, row) : authorize(asked, row)
  }

  /** R4: closing an unknown id leaves a tombstone. */
  const close = (asked: Body): Said => {
    const row = rowFor(String(asked.payment), String(asked.order))
    look(row)
    if (row.state === 'open' && (row.kind === undefined || wallets().close(row.payment))) row.state = 'closed'
    changed()
    return word(asked)
  }

  const hold = (asked: Body, tell: (said: Said) => void): void => {
    const holdMs = story.holds ? Number(asked.waitSeconds ?? 0) * 1_000 : 0
    const said = word(asked)
    if (holdMs === 0 || said.body.status !== 'pending') return tell(said)
    const end = () => {
      waiting.delete(again)
      forget()
      tell(word(asked))
    }
    const again = () => {
      if (word(asked).body.status !== 'pending') end()
    }
    const forget = at(holdMs, end, false)
    waiting.add(again)
  }

  return {
    answer: (call, asked, tell) => {
      const row = rows.get(String(asked.payment))
      if (row && row.order !== asked.order) return tell(error(409, 'payment_reused'))
      if (call === 'status') hold(asked, tell)
      else tell(call === 'prepare' ? prepare(asked) : close(asked))
    },
    hear: (payment) => {
      const row = rows.get(payment)
      if (row) look(row)
      changed()
    },
    refund: () => {
      for (const order of books.values()) order.refunded = order.paidBy !== undefined
      changed()
    },
  }
}
