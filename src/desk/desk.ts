/** The till's counter: one charge at a time for an order, and a list of what is unresolved. */
import type { PayOptions, TillCheckout } from '../core/checkout.ts'
import { PayError } from '../core/errors.ts'
import type { Payment, Result } from '../core/words.ts'
import { fold } from './characters.ts'
import { judge } from './judge.ts'

/**
 * What became of a scan: the payment that it began, or why nothing was sent.
 *
 * `payment`, where it was refused, is the unresolved one that stands in the way: its state says why.
 */
export type Charge =
  | { readonly taken: true; readonly payment: Payment }
  | { readonly taken: false; readonly error: PayError; readonly payment?: Payment }

/** A payment of which nobody knows yet what became. */
export interface Unresolved {
  /** Your own handle of the order. */
  readonly order: string
  /** Its `state` can be watched. */
  readonly payment: Payment
  /** The payer is being asked for a password (USERPAYING). */
  readonly payerAsked: boolean
  /** When the server will reverse it, in milliseconds of this device's wall clock since 1970; for a countdown. */
  readonly endsAtMs?: number
}

/** A counter: one charge at a time for an order, while other orders go on. */
export interface Desk {
  /**
   * Sends the code on, or refuses it and sends nothing: `code_invalid`, `code_used`, `order_busy`, `storage_missing`.
   * Never rejects. `code` as it was scanned: full-width digits and blanks around it are put right.
   */
  readonly charge: (order: string, code: string, options?: Pick<PayOptions, 'expect'>) => Promise<Charge>
  /** The payments that are open, this window’s or process’s and those it took up. */
  readonly unresolved: () => readonly Unresolved[]
  /** Calls `listener` whenever the list, or a payment in it, changes; returns the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** Asks the server to hasten the end of what is unresolved for `order`: `closed`, or `paid` after all. Null: nothing is. */
  readonly close: (order: string) => Promise<Result | null>
  /** Ends watching; what is unresolved stays written down. */
  readonly stop: () => void
}

const refused = (error: PayError, payment?: Payment): Charge => ({ taken: false, error, ...(payment && { payment }) })

const busy = (payment: Payment): Charge => refused(new PayError('order_busy', payment.state.hint ?? ''), payment)

const entryOf = (payment: Payment): Unresolved => {
  const { order, state } = payment
  const { hint, expiresAtMs } = state
  return { order, payment, payerAsked: hint === 'user-paying', ...(expiresAtMs && { endsAtMs: expiresAtMs }) }
}

/**
 * A counter around a till's checkout, one for a page or process. Takes up at once what was under way when the till
 * stopped.
 */
export const createDesk = ({ checkout }: { readonly checkout: TillCheckout }): Desk => {
  const open = new Map<string, Payment>()
  const listeners = new Set<() => void>()
  let stopped = false

  /** Each in a turn of its own: one that throws is heard of, and changes no charge. */
  const tell = (): void => {
    for (const listener of [...listeners]) void Promise.resolve().then(listener)
  }

  /** Nobody knows yet: have it ended, and ask on until the server has said its last word. */
  const again = async (payment: Payment): Promise<void> => {
    await payment.close()
    if (stopped || open.get(payment.order) !== payment) return
    open.delete(payment.order)
    resume(payment.order)
    tell()
  }

  const settled = (payment: Payment, { status }: Result): void => {
    if (open.get(payment.order) !== payment) return
    if (status === 'pending' && !stopped) return void again(payment)
    open.delete(payment.order)
    tell()
  }

  /**
   * The server has not heard of a code that was sent, or that was about to be when the power was cut. A closed payment is
   * never opened (R4), so that a *prepare* which is still on its way charges nothing.
   */
  const endLost = (payment: Payment): (() => void) => {
    let asked = false
    return () => {
      const { phase, hint } = payment.state
      if (asked || phase !== 'confirming' || hint !== 'not-found') return
      asked = true
      void payment.close()
    }
  }

  const watch = (payment: Payment): Payment => {
    if (open.get(payment.order) === payment) return payment
    open.set(payment.order, payment)
    const ears = [payment.subscribe(tell), payment.subscribe(endLost(payment))]
    void payment.result.then((result) => {
      for (const forget of ears) forget()
      settled(payment, result)
    })
    tell()
    return payment
  }

  const resume = (order: string): Payment | null => {
    const payment = checkout.resume(order)
    return payment && watch(payment)
  }

  /** In the order's turn nothing is waited for: between the look at the record and the next record nobody comes in. */
  const send = (order: string, value: string, options: PayOptions): Charge => {
    const earlier = resume(order)
    if (earlier) return busy(earlier)
    const payment = checkout.pay(order, { ...options, identity: { kind: 'payment-code', value } })
    const { error } = payment.state.result ?? {}
    return error ? refused(error) : { taken: true, payment: watch(payment) }
  }

  const charge: Desk['charge'] = async (order, code, { expect } = {}) => {
    const value = fold(code).trim()
    const verdict = judge(value)
    if (verdict.wallet === null) return refused(new PayError('code_invalid', verdict.why))
    const leave = await checkout.take(order).catch(() => undefined)
    if (leave === undefined) return refused(new PayError('storage_missing'))
    if (leave === null) return refused(new PayError('order_busy', 'another till is at this order'))
    try {
      return send(order, value, { wallet: verdict.wallet, ...(expect && { expect }) })
    } finally {
      leave()
    }
  }

  const close = async (order: string): Promise<Result | null> => {
    const payment = resume(order)
    if (!payment) return null
    const now = await payment.close()
    return now.status === 'pending' ? payment.result : now
  }

  const stop = (): void => {
    stopped = true
    for (const payment of [...open.values()]) payment.stop()
    listeners.clear()
  }

  const subscribe = (listener: () => void) => {
    const hear = () => listener()
    listeners.add(hear)
    return () => void listeners.delete(hear)
  }

  for (const order of checkout.unresolved()) resume(order)
  return { charge, unresolved: () => [...open.values()].map(entryOf), subscribe, close, stop }
}
