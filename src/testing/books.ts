/** What a fake merchant knows: orders, payments, and the rules that every server must keep. */
import type { Amount } from '../contract/derived.ts'
import type { Reply } from '../core/ports.ts'
import { actionFor } from './actions.ts'

/** A question of the contract, as it came. */
export interface Question {
  readonly payment: string
  readonly order: string
  readonly accepts?: readonly string[] | undefined
  readonly nonce?: string | undefined
}

interface Payment {
  readonly order: string
  readonly kind: string
  readonly endsMs: number
  closed: boolean
}

interface Order {
  amount: Amount
  /** Payments by which money came, first the one that paid. */
  readonly came: string[]
  refunded: number
}

interface BookOptions {
  /** What an order costs that nobody set a price for. */
  readonly amount: Amount
  readonly expiresInSeconds: number
  readonly nowMs: () => number
}

const refuse = (status: number, code: string, more: object = {}): Reply => ({
  status,
  body: { error: { code, message: code }, ...more },
})

const unheard = { status: 'pending', phase: 'not-found' }

export const openBooks = ({ amount, expiresInSeconds, nowMs }: BookOptions) => {
  const orders = new Map<string, Order>()
  const payments = new Map<string, Payment>()

  const orderOf = (handle: string): Order => {
    const order = orders.get(handle) ?? { amount, came: [], refunded: 0 }
    orders.set(handle, order)
    return order
  }

  const paid = ({ amount: total, refunded }: Order, paidBy: string) => ({
    status: refunded >= total.value ? 'refunded' : 'paid',
    paidBy,
    ...(refunded > 0 && { refunded: { value: refunded } }),
  })

  const standing = (order: Order, payment: Payment | undefined, heard: boolean) => {
    const [paidBy] = heard ? order.came : []
    if (paidBy !== undefined) return paid(order, paidBy)
    return payment ? { status: payment.closed ? 'closed' : 'pending' } : unheard
  }

  const isForeign = ({ payment, order }: Question): boolean => (payments.get(payment)?.order ?? order) !== order

  /** `heard` is false while no notification comes. */
  const word = (asked: Question, heard: boolean) => {
    const order = orderOf(asked.order)
    const { payment, order: handle } = asked
    return { payment, order: handle, amount: order.amount, ...standing(order, payments.get(payment), heard) }
  }

  const say = (asked: Question, heard: boolean): Reply =>
    isForeign(asked) ? refuse(409, 'payment_conflict') : { status: 200, body: word(asked, heard) }

  /** The other payments of the order are closed before one is opened (R3). */
  const open = ({ payment, order }: Question, kind: string): Payment => {
    for (const other of payments.values()) if (other.order === order) other.closed = true
    const opened = { order, kind, endsMs: nowMs() + expiresInSeconds * 1000, closed: false }
    payments.set(payment, opened)
    return opened
  }

  const offer = (asked: Question): Reply => {
    const known = payments.get(asked.payment)
    const action = actionFor(asked.payment, asked.accepts ?? [], known?.kind)
    if (!action) return known ? refuse(409, 'channel_fixed') : refuse(422, 'unsupported')
    const { endsMs } = known ?? open(asked, action.kind)
    const left = Math.max(0, Math.floor((endsMs - nowMs()) / 1000))
    const { payment, order } = asked
    return { status: 200, body: { payment, order, amount: orderOf(order).amount, expiresInSeconds: left, action } }
  }

  return {
    say,
    prepare: (asked: Question, heard: boolean): Reply => {
      if (isForeign(asked)) return refuse(409, 'payment_conflict')
      return word(asked, heard).status === 'pending' ? offer(asked) : say(asked, heard)
    },
    /** Closes what is unpaid, and remembers it of a payment that was never heard of (R4). */
    close: (asked: Question, heard: boolean): Reply => {
      const known = payments.get(asked.payment) ?? { order: asked.order, kind: '', endsMs: 0, closed: true }
      if (!isForeign(asked)) payments.set(asked.payment, Object.assign(known, { closed: true }))
      return say(asked, heard)
    },
    price: (handle: string, next: Amount) => {
      orderOf(handle).amount = next
    },
    /** Money comes. True where it was taken: for a payment that is known and open. */
    pay: (payment: string): boolean => {
      const known = payments.get(payment)
      if (!known || known.closed) return false
      orderOf(known.order).came.push(payment)
      return true
    },
    refund: (handle: string, value = orderOf(handle).amount.value) => {
      orderOf(handle).refunded += value
    },
    taken: (handle: string): number => orderOf(handle).came.length,
  }
}
