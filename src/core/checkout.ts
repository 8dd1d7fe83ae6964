/** The checkout: what a shop asks of isopay, and what can be asked about it. */
import type { Identity } from '../contract/derived.ts'
import type { Code } from './errors.ts'
import type { Amount, Payment, Platform } from './words.ts'

export type { Identity }

export type Call = 'prepare' | 'status' | 'close'

/** What isopay needs of an AbortSignal. */
export interface AbortSignalLike {
  readonly aborted: boolean
  readonly addEventListener: (type: 'abort', listener: () => void) => void
  readonly removeEventListener: (type: 'abort', listener: () => void) => void
}

export interface PayOptions {
  /** `wechat`, `alipay` … where the payer chose one. Default: the server chooses. */
  readonly wallet?: string
  /** The amount that the page showed: another one from the server stops before anything is invoked. */
  readonly expect?: Amount
  readonly identity?: Identity
  /** Aborting it is `payment.stop()`. */
  readonly signal?: AbortSignalLike
}

/** One step of a payment: names and times only, nothing that was signed or that says who pays. */
export interface Trace {
  readonly payment: string
  readonly order: string
  readonly atMs: number
  readonly event: string
  /** The stage that the event led to. */
  readonly stage: string
  readonly channel?: string
  readonly code?: Code
}

/** A channel, whether it is offered here, and why. */
export interface Choice {
  readonly kind: string
  readonly taken: boolean
  readonly why: string
}

export interface Explanation {
  readonly platform: Platform
  readonly evidence: readonly string[]
  /** The only wallets that can pay here, where the place belongs to one. */
  readonly wallets?: readonly string[]
  readonly channels: readonly Choice[]
}

export interface Checkout {
  readonly platform: Platform
  /** Asks ahead, so that the tap costs no round trip. */
  readonly prepare: (order: string, options?: PayOptions) => void
  /** To be called in the tap. A second call for an order under way answers the same payment. */
  readonly pay: (order: string, options?: PayOptions) => Payment
  /** Where the payer comes back to: the payment of this order that was under way, or null. */
  readonly resume: (order: string, options?: PayOptions) => Payment | null
  readonly explain: () => Explanation
}

/** A checkout at a counter, where many orders may be unresolved at a time. */
export interface TillCheckout extends Checkout {
  /** The orders that were written down and not resolved, by this window or process or by another. */
  readonly unresolved: () => readonly string[]
  /** The order's turn, over windows and processes: resolves to how to leave it, or to null where another has it. */
  readonly take: (order: string) => Promise<(() => void) | null>
}
