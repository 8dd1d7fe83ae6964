/** A payment that ended before it began. */
import type { Payment, Platform, Result } from '../core/words.ts'

/** Nothing was sent and nothing is held: safe in a server render. */
export const settledPayment = (result: Result, platform: Platform): Payment => {
  const { payment, order } = result
  const state = Object.freeze({ phase: 'settled' as const, payment, order, platform, result })
  return {
    id: payment,
    order,
    state,
    result: Promise.resolve(result),
    subscribe: () => () => {},
    stop: () => {},
    renew: () => {},
    close: () => Promise.resolve(result),
  }
}
