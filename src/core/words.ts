/** The words of the house: one word per idea, used everywhere. */
import type { Amount } from '../contract/derived.ts'
import type { PayError } from './errors.ts'

export type { Amount }

/** Where code runs: the name of a row of `platforms/`, such as `wechat-browser`, or `server` where nothing can be invoked. */
export type Platform = string

/**
 * What a channel says happened, by the wallet's own word. No member means paid, and none can be turned into it.
 *
 * - `claimed`: the wallet says it went well · `unknown`: it may have · `failed`: the wallet said so. All three: ask the server.
 * - `cancelled`: the wallet said that the payer turned back. `absent`: nothing was invoked.
 * - `left`: the page is on its way out · `detoured`: to the identity page · `shown`: something is there to be scanned.
 */
export type Claim =
  | { readonly is: 'claimed' | 'cancelled' | 'unknown' | 'failed' | 'left' | 'detoured'; readonly reason?: string }
  | { readonly is: 'absent'; readonly reason: 'bridge_missing' | 'url_refused' | 'storage_missing' }
  | { readonly is: 'shown'; readonly content: string }

/** How a payment ended. `pending` says that nobody knows yet: the money may still come. */
export type Status = 'paid' | 'cancelled' | 'closed' | 'failed' | 'pending'

/** What became of a payment, by the word of the merchant’s server. Plain data; it holds no secret. */
export interface Result {
  /** How it ended. Not proof of payment: ship by what your server knows. */
  readonly status: Status
  /** The payment’s id: 32 hex digits. */
  readonly payment: string
  /** Your own handle, as it was handed in. */
  readonly order: string
  /** As the server said it; absent where the server was never reached. */
  readonly amount?: Amount
  /** The payment that paid the order, where it was another one. */
  readonly paidBy?: string
  /** What was given back of a paid order; `value` in the currency's minor unit (fen, cent). */
  readonly refunded?: { readonly value: number }
  /** Why it is not `paid`. */
  readonly error?: PayError
}

/**
 * How far a payment is.
 *
 * - `preparing`: your server is asked for signed parameters · `invoking`: the wallet is in front.
 * - `showing`: a code is there to be scanned · `away`: the payer is on the wallet's page, or in its app.
 * - `confirming`: your server is asked what became of the money · `settled`: nothing changes any more.
 */
export type Phase = 'preparing' | 'invoking' | 'showing' | 'away' | 'confirming' | 'settled'

/** What can be seen of a payment. The same object until something changes. */
export interface State {
  /** How far it is. `settled` comes once, and last. */
  readonly phase: Phase
  /** The payment’s id: 32 hex digits. */
  readonly payment: string
  /** Your own handle, as it was handed in. */
  readonly order: string
  /** Where this runs. */
  readonly platform: Platform
  /** The mechanism under way, by the kind of its action. */
  readonly channel?: string
  /** The order’s total, as the server said it. */
  readonly amount?: Amount
  /** Who is paid, for the payer’s eyes: text of the server’s, never HTML. */
  readonly payee?: string
  /** What is paid for, for the payer’s eyes: text of the server’s, never HTML. */
  readonly title?: string
  /** While `showing`: what the code on the screen holds. */
  readonly qr?: { readonly content: string }
  /** When the action ends, in milliseconds of this device's wall clock since 1970. For a countdown only. */
  readonly expiresAtMs?: number
  /** What the wallet is said to have answered, for diagnosis: it settles nothing. */
  readonly claim?: Claim
  /** The server's hint: `scanned`, `user-paying` … */
  readonly hint?: string
  /** Set with `settled`. */
  readonly result?: Result
}

/** One attempt to get an order paid. It is not thenable: an `async` function would swallow it. */
export interface Payment {
  /** 32 hex digits, made here before the first request: idempotency key and trade number. It authorises nothing. */
  readonly id: string
  /** Your own handle, as it was handed in. */
  readonly order: string
  /** What can be seen now; the same object until `subscribe` tells of a change. */
  readonly state: State
  /** How it ended. Never rejects, and settles once, by its deadline. */
  readonly result: Promise<Result>
  /** Calls `listener` after each change; returns the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** Stop watching: the result is `pending`, the record stays. */
  readonly stop: () => void
  /** Ask the server to close it. Resolves to what the server made of it, which may be `paid`; `pending` if it would not say. */
  readonly close: () => Promise<Result>
  /** While `showing`: asks for a fresh code for the same payment. Elsewhere it does nothing. */
  readonly renew: () => void
}
