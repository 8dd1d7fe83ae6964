/** What the merchant has written down: orders, their payments, and the word that it gives on them (R1, R6, R8). */
import type { Book } from './book.ts'
import type { Body, Said } from './merchant.ts'
import type { Timeline } from './timeline.ts'
import type { Wallets } from './wallets.ts'

export interface Row {
  readonly payment: string
  readonly order: string
  /** What it was opened for: an order may cost something else by now. */
  fen: number
  kind: string | undefined
  state: 'open' | 'paid' | 'closed' | 'failed' | 'refunded'
  openedAtMs: number
  expiresAtMs: number
  /** The wallet does not answer until then. */
  blindUntilMs: number
  identified: boolean
}

interface Order {
  fen: number
  paidBy: string | undefined
  refunded: boolean
}

export interface Books {
  readonly row: (payment: string) => Row | undefined
  readonly rowFor: (payment: string, order: string) => Row
  readonly others: (row: { readonly payment: string; readonly order: string }) => readonly Row[]
  readonly order: (name: string) => Order
  /** R6: a look at the wallet's gateway. */
  readonly look: (row: Row) => void
  /** R1: any payment of the order that is paid. */
  readonly lookAtOrder: (name: string) => Order
  readonly word: (asked: Body) => Said
  readonly refund: () => void
  readonly reprice: (name: string) => void
}

export const orders: Readonly<Record<string, number>> = { 'order-1': 990, 'order-2': 1990 }

const statusOf = ({ paidBy, refunded }: Order, row: Row | undefined): string => {
  if (paidBy) return refunded ? 'refunded' : 'paid'
  return row === undefined || row.state === 'open' ? 'pending' : row.state
}

/** What more there is to say than the status. */
const moreOf = (order: Order, row: Row | undefined, payment: unknown): Body => {
  const goneBack = order.refunded || row?.state === 'refunded'
  return {
    ...(order.paidBy && order.paidBy !== payment && { paidBy: order.paidBy }),
    ...(goneBack && { refunded: { value: row?.fen ?? order.fen } }),
    ...(!row && { phase: 'not-found' }),
    ...(row?.kind === 'code' && row.state === 'open' && { phase: 'user-paying' }),
  }
}

export const makeBooks = (book: Book, { nowMs }: Timeline, wallets: () => Wallets): Books => {
  const rows = new Map<string, Row>()
  const known = new Map<string, Order>(
    Object.entries(orders).map(([name, fen]) => [name, { fen, paidBy: undefined, refunded: false }]),
  )
  const orderCalled = (name: string): Order => known.get(name) ?? { fen: 1, paidBy: undefined, refunded: false }

  /** The first money that matches the order's present amount pays it; any other goes back (R1, R7). */
  const settle = (row: Row): void => {
    const order = orderCalled(row.order)
    const buys = order.paidBy === undefined && order.fen === row.fen
    row.state = buys ? 'paid' : 'refunded'
    if (!buys) return wallets().giveBack(row.payment)
    order.paidBy = row.payment
    book.merchant({ did: 'money', payment: row.payment, order: row.order, fen: row.fen })
  }

  const look = (row: Row): void => {
    if (row.state !== 'open' || row.kind === undefined || row.blindUntilMs > nowMs()) return
    const state = wallets().look(row.payment)
    if (state === 'paid') settle(row)
    else if (state === 'failed') row.state = 'failed'
    else if (state === 'returned') row.state = 'refunded'
    else if (state === 'closed') row.state = 'closed'
    else if (row.kind !== 'code' && row.expiresAtMs <= nowMs() && wallets().close(row.payment)) row.state = 'closed'
  }

  const lookAtOrder = (name: string): Order => {
    for (const row of rows.values()) if (row.order === name) look(row)
    return orderCalled(name)
  }

  return {
    row: (payment) => rows.get(payment),
    rowFor: (payment, order) => {
      const found = rows.get(payment)
      if (found) return found
      const { fen } = orderCalled(order)
      const none = { kind: undefined, openedAtMs: 0, expiresAtMs: Infinity, blindUntilMs: 0, identified: false }
      const row: Row = { payment, order, fen, state: 'open', ...none }
      rows.set(payment, row)
      return row
    },
    others: ({ payment, order }) => [...rows.values()].filter((row) => row.order === order && row.payment !== payment),
    order: orderCalled,
    look,
    lookAtOrder,
    word: ({ payment, order: name, nonce }) => {
      const order = lookAtOrder(String(name))
      const row = rows.get(String(payment))
      const named = { payment, order: name, ...(nonce !== undefined && { nonce }) }
      const amount = { value: order.fen, currency: 'CNY' }
      return { http: 200, body: { ...named, amount, status: statusOf(order, row), ...moreOf(order, row, payment) } }
    },
    refund: () => {
      for (const order of known.values()) order.refunded = order.paidBy !== undefined
    },
    reprice: (name) => {
      const order = lookAtOrder(name)
      if (order.paidBy === undefined) order.fen += 100
    },
  }
}
