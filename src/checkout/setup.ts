/** What all payments of one checkout share. */
import type { Trace } from '../core/checkout.ts'
import type { Channel, Host, Place } from '../core/ports.ts'
import type { Claim, Payment, Platform } from '../core/words.ts'
import type { Ledger } from './record.ts'
import type { Transport } from './transport.ts'

/** What this page has handed to a wallet and not heard of yet, by the name of the order's turn. */
export type Live = Map<
  string,
  { readonly payment: string; readonly claim: Promise<Claim>; readonly ageMs: () => number }
>

export interface Setup {
  readonly host: Host
  /** Milliseconds of the one clock by which everything is measured. */
  readonly nowMs: () => number
  readonly platform: Platform
  /** Those that this place and this shop accept, best first. */
  readonly channels: readonly Channel[]
  readonly identify: Place['identify']
  readonly transport: Transport
  readonly ledger: Ledger
  readonly returnUrl: string | undefined
  readonly deadlineMs: number | undefined
  readonly observe: ((trace: Trace) => void) | undefined
  /** The name under which tabs take turns for an order, and tell each other of it. */
  readonly turnOf: (order: string) => string
  /** This checkout's payments that have not settled, by order. */
  readonly underWay: Map<string, Payment>
  /** Shared by all checkouts of the page. */
  readonly live: Live
  /** After how many milliseconds the next question may go out. */
  readonly pace: () => number
  /** Whether this server holds a look until something changes: learnt from its answers, assumed at first. */
  holds: boolean
}

/** Runs a caller's function: what it throws goes to the console of the page, and changes nothing here. */
export const callOut = (host: Host, work: () => void): void => {
  try {
    work()
  } catch (thrown) {
    host.after(0, () => {
      throw thrown
    })
  }
}
