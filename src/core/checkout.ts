/** The checkout: what a shop asks of isopay, and what can be asked about it. */
import type { Identity } from '../contract/derived.ts'
import type { Code } from './errors.ts'
import type { Amount, Payment, Platform } from './words.ts'

export type { Identity }

/** What your server is asked: one of the three questions of the contract. */
export type Call = 'prepare' | 'status' | 'close'

/** What isopay needs of an AbortSignal. */
export interface AbortSignalLike {
  readonly aborted: boolean
  readonly addEventListener: (type: 'abort', listener: () => void) => void
  readonly removeEventListener: (type: 'abort', listener: () => void) => void
}

/** What is asked for with one payment. Each has a default. */
export interface PayOptions {
  /** `wechat`, `alipay` … where the payer chose one. Default: the server chooses. */
  readonly wallet?: string
  /** The amount that the page showed: another one from the server stops before anything is invoked. */
  readonly expect?: Amount
  /** Who pays, where the page knows it by now. Sent once. Default: as the checkout has it. */
  readonly identity?: Identity
  /** An AbortSignal: aborting it is `payment.stop()`. */
  readonly signal?: AbortSignalLike
}

/** One step of a payment: names and times only, nothing that was signed or that says who pays. */
export interface Trace {
  /** The payment’s id. */
  readonly payment: string
  /** Your own handle of the order. */
  readonly order: string
  /** When, by this device’s wall clock: milliseconds since 1970. */
  readonly atMs: number
  /** What happened: a word of the machine’s table, such as `prepared`, `spoke`, `final`. */
  readonly event: string
  /** The stage that the event led to. */
  readonly stage: string
  /** The mechanism under way, by the kind of its action. */
  readonly channel?: string
  /** Why, where it is an error. */
  readonly code?: Code
}

/** A channel, whether it is offered here, and why. */
export interface Choice {
  /** The kind of the action that it carries out, such as `wechat.bridge`. */
  readonly kind: string
  /** Whether it is named in `accepts`. */
  readonly taken: boolean
  /** For a developer, in English. */
  readonly why: string
}

/** Why a checkout pays here as it does. For developers and bug reports: no payment depends on it. */
export interface Explanation {
  /** The place that was recognised. */
  readonly platform: Platform
  /** What speaks for it: names found, tokens of the user agent. */
  readonly evidence: readonly string[]
  /** The only wallets that can pay here, where the place belongs to one. */
  readonly wallets?: readonly string[]
  /** The ways of paying, taken or left out, best first. */
  readonly channels: readonly Choice[]
}

/** Takes payments in one place. Its functions need no `this`, and throw `config_invalid` only where an order cannot be one. */
export interface Checkout {
  /** Where this runs, as it was recognised when the checkout was made. */
  readonly platform: Platform
  /** Asks your server ahead, so that the tap costs no round trip. Invokes nothing; what goes wrong is told by `pay`. */
  readonly prepare: (order: string, options?: PayOptions) => void
  /** To be called in the tap. A second call for an order under way answers the same payment. */
  readonly pay: (order: string, options?: PayOptions) => Payment
  /** Where the payer comes back to: the payment of this order that was under way, or null. */
  readonly resume: (order: string, options?: PayOptions) => Payment | null
  /** Why the ways of paying are offered here, or not. Asks nobody. */
  readonly explain: () => Explanation
}

/** A checkout at a counter, where many orders may be unresolved at a time. */
export interface TillCheckout extends Checkout {
  /** The orders that were written down and not resolved, by this window or process or by another. */
  readonly unresolved: () => readonly string[]
  /** The order's turn, over windows and processes: resolves to how to leave it, or to null where another has it. */
  readonly take: (order: string) => Promise<(() => void) | null>
}
