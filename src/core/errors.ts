/** One class of error, with a closed union of codes. */
import { owns } from '../contract/own.ts'

/** May the payer try again? `ask-first`: only after the server was asked what became of the money. */
export type Retry = 'safe' | 'ask-first' | 'never'

/** Each code: may the payer try again, and what it means. */
export const codes = {
  config_invalid: ['never', 'An option of createCheckout is wrong'],
  secret_in_config: ['never', 'A private key or an app secret was handed to the client: it belongs on the server'],
  unsupported: ['never', 'Nothing can be paid from this runtime'],
  unsupported_here: ['never', 'No way of paying works in this place'],
  bridge_missing: ['safe', 'The wallet’s bridge did not appear: reload, or open the page elsewhere'],
  storage_missing: ['safe', 'Neither storage nor a return URL can hold the payment id, so nothing was left to'],
  url_refused: ['never', 'The server named a URL whose scheme or host is not allowed'],
  network: ['ask-first', 'The merchant’s server could not be reached'],
  contract_broken: ['ask-first', 'The merchant’s server answered outside the contract'],
  answer_foreign: ['ask-first', 'The answer belongs to another payment, order or question'],
  amount_mismatch: ['never', 'The server’s amount is not the one that the page showed'],
  action_unknown: ['never', 'The server answered an action that this place did not accept'],
  server_refused: ['safe', 'The merchant’s server refused the payment'],
  order_busy: ['ask-first', 'An earlier payment of this order is unresolved'],
  identity_missing: ['safe', 'The wallet did not say who pays'],
  code_invalid: ['safe', 'This is not a payment code that a wallet shows'],
  code_used: ['safe', 'This payment code was sent before and works once: scan a fresh one'],
  unconfirmed: ['ask-first', 'The server had not said what became of the money when time ran out'],
  wallet_failed: ['ask-first', 'The wallet reported a failure, and the server has not said what became of the money'],
  stopped: ['ask-first', 'Watching was stopped before the server gave its final word'],
  cancelled: ['safe', 'The payer turned back; the server says unpaid'],
  closed: ['safe', 'The server closed the payment'],
  failed: ['safe', 'The server says that the payment failed'],
  refunded: ['never', 'The order was paid and the money was given back'],
} as const satisfies Record<string, readonly [Retry, string]>

/** What went wrong: a closed union. A new code is a new minor version. */
export type Code = keyof typeof codes

/** Name, message and status of what lay beneath: never a request or an HTTP client's error, which hold headers. */
export interface Cause {
  /** Such as `TypeError`. */
  readonly name: string
  /** At most 200 characters, without a query string. */
  readonly message: string
  /** The HTTP status, where there was an answer. */
  readonly status?: number
}

const brand = Symbol.for('isopay.error')

/**
 * What went wrong, in words a developer can act on.
 *
 * `code` is one of a closed union; `retry` says whether trying again can cost money; `detail` names the field, host or
 * server code concerned; `docs` is the line of the error reference. Holds no secret.
 */
export class PayError extends Error {
  /** Always `PayError`. */
  override readonly name = 'PayError'
  /** May the payer try again? */
  readonly retry: Retry
  /** The line of the error reference that says what to do. */
  readonly docs: string
  /** What lay beneath, as far as it may be told. */
  override readonly cause?: Cause

  constructor(
    /** What went wrong. */
    readonly code: Code,
    /** The field, host or server code concerned; `''` where there is none. */
    readonly detail = '',
    cause?: Cause,
  ) {
    super(detail ? `${codes[code][1]} (${detail})` : codes[code][1])
    this.retry = codes[code][0]
    this.docs = `https://github.com/isopay/isopay#${code}`
    if (cause) this.cause = cause
    Object.defineProperty(this, brand, { value: true })
  }
}

/** True for an error of isopay's, also of a second copy of the package or of another realm. */
export const isPayError = (thing: unknown): thing is PayError =>
  typeof thing === 'object' && thing !== null && owns(thing, brand)

const textOf = (thing: unknown, key: 'name' | 'message', fallback: string): string => {
  const value: unknown = (thing as Record<string, unknown>)[key]
  return typeof value === 'string' ? value.slice(0, 200) : fallback
}

/** What may be kept of a foreign error. Messages of HTTP clients quote the URL, so a query string is cut off. */
export const causeOf = (thing: unknown): Cause => {
  if (typeof thing !== 'object' || thing === null) return { name: typeof thing, message: String(thing).slice(0, 200) }
  return { name: textOf(thing, 'name', 'Error'), message: textOf(thing, 'message', '').replace(/\?\S*/g, '?…') }
}
