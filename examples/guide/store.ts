/**
 * STAND-IN FOR A DATABASE: two maps that are gone with the process. What it does is what yours must do: `id` is a unique
 * key, and a row that is there already is not written again. examples/merchant has the same as SQL.
 */
import { randomBytes } from 'node:crypto'
import type { Action } from '../merchant/wallet.ts'

/** `turn` ends when nobody works on the order. Over several servers: a lease in the row, or a lock by the handle. */
export interface Order {
  handle: string
  title: string
  value: number
  paidBy: Payment | null
  turn: Promise<unknown>
}

/** `kind` is set before the wallet is called, `action` after it answered; times are epoch milliseconds. */
export interface Payment {
  id: string
  order: Order
  value: number
  status: 'pending' | 'paid' | 'closed' | 'failed'
  closing: boolean
  kind: string | null
  action: Action | null
  payer: string | null
  expiresAt: number
  lookedAt: number
  refunds: Map<string, number>
}

const blank = {
  closing: false,
  kind: null,
  action: null,
  payer: null,
  expiresAt: Number.POSITIVE_INFINITY,
  lookedAt: 0,
}

export const openStore = () => {
  const orders = new Map<string, Order>()
  const payments = new Map<string, Payment>()
  return {
    findOrder: (handle: string) => orders.get(handle),
    findPayment: (id: string) => payments.get(id),
    payments: () => [...payments.values()],
    paymentsOf: (order: Order) => [...payments.values()].filter((payment) => payment.order === order),
    /** Who was given the handle may pay the order: 128 random bits. */
    addOrder: (title: string, value: number): string => {
      const handle = randomBytes(16).toString('base64url')
      orders.set(handle, { handle, title, value, paidBy: null, turn: Promise.resolve() })
      return handle
    },
    /** `insert … on conflict (id) do nothing`, then `select`. */
    register: (id: string, order: Order, status: Payment['status']): Payment => {
      const payment = payments.get(id) ?? { id, order, value: order.value, status, ...blank, refunds: new Map() }
      payments.set(id, payment)
      return payment
    },
  }
}

export type Store = ReturnType<typeof openStore>
