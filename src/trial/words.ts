/** The words of a trial: a merchant's server is held against the contract, one check after another. */

/** R1 to R8 are the rules of the README; the others are lines of the contract. `notice`: what wallets tell the server. */
export type Rule =
  | 'R1'
  | 'R2'
  | 'R3'
  | 'R4'
  | 'R5'
  | 'R6'
  | 'R7'
  | 'R8'
  | 'prepare'
  | 'status'
  | 'close'
  | 'errors'
  | 'http'
  | 'notice'

export type Call = 'prepare' | 'status' | 'close'

export type Fetch = typeof fetch

export type Body = Readonly<Record<string, unknown>>

/** What came back. `body` is the parsed object, or empty where there was none. */
export interface Came {
  readonly http: number
  readonly headers: Headers
  readonly text: string
  readonly body: Body
  readonly ms: number
}

/** One question and its answer, as they went over the wire. `came` is a reason where no answer came. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly sent: string
  /** Held back on purpose: the time it took says nothing. */
  readonly held: boolean
  readonly came: Came | string
}

/** A payment that was prepared, with the first answer. */
export interface Prepared {
  readonly payment: string
  readonly order: string
  readonly came: Came
}

/** The hands on the stand-in wallets. */
export interface Wallets {
  /** Pays what the code leads to. Throws `unchecked` where the wallet would not. */
  readonly pay: (content: string) => Promise<void>
  /** Opens what the code leads to, without paying. */
  readonly scan: (content: string) => Promise<void>
  /** Follows a login page to the code that it sends back. */
  readonly login: (url: string) => Promise<string>
  /** Makes things go wrong until `work` has ended. */
  readonly during: <T>(faults: Body, work: () => Promise<T>) => Promise<T>
  readonly ledger: () => Promise<Ledger>
}

export interface Entry {
  readonly number: string
  readonly value: number
}

export interface Ledger {
  readonly trades: readonly (Entry & { readonly closedAt: number | null })[]
  readonly payments: readonly Entry[]
  readonly refunds: readonly Entry[]
}

/** What the shop's own side can be asked to do: each is given an order's handle. */
export type Hook = 'reprice' | 'refund' | 'received'

/** What a check works with. What a trial was not given throws `unchecked`. */
export interface Trial {
  readonly prepare: (payment: string, order: string, more?: Body) => Promise<Came>
  readonly status: (payment: string, order: string, more?: Body) => Promise<Came>
  readonly close: (payment: string, order: string) => Promise<Came>
  /** Any request to one of the three calls. It bears the headers of the trial and JSON's, unless `headers` has others. */
  readonly send: (call: Call, request: Sending) => Promise<Came>
  /** A request to another address of the server. */
  readonly tell: (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Came>
  readonly newId: () => string
  readonly pause: (ms: number) => Promise<void>
  /** The order that no check pays. */
  readonly order: string
  /** A second order; it is not paid before all checks of the first kind are done. */
  readonly other: () => Promise<string>
  /** An order for one check alone, which may pay it. */
  readonly fresh: () => Promise<string>
  /** The payment of `order` that is open while nothing is paid. */
  readonly standing: () => Promise<Prepared>
  /** An order that was paid at the wallets, and the payment it was paid by. */
  readonly paid: () => Promise<Prepared>
  readonly wallets: () => Wallets
  readonly notifyUrls: () => readonly string[]
  readonly returnUrl: () => string
  /** Names of the headers that the trial was given. */
  readonly ownHeaders: readonly string[]
  readonly hand: (name: Hook) => (order: string) => Promise<string>
  readonly exchanges: readonly Exchange[]
}

export interface Sending {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly query?: string
  readonly held?: boolean
  /** Without the headers that the trial was given. */
  readonly bare?: boolean
}

/** One thing that a server must keep. */
export interface Check {
  /** A word to call it by. */
  readonly id: string
  readonly rule: Rule
  /** What a right server does. */
  readonly title: string
  /** What is lost where it does not. */
  readonly why: string
  readonly change: string
  /** Says in one sentence what came that should not have, or undefined where all was right. */
  readonly run: (trial: Trial) => Promise<Fault | Remark | undefined>
}

/** With the exchange that shows it, where that was not the check's own. */
export type Fault = string | { readonly saw: string; readonly shownBy: Exchange }

/** Right, as far as it came to that: what was seen of it, and what was not. */
export interface Remark {
  readonly seen: string
}

/** Thrown where a check cannot be made: `needs` says what is missing, `saw` what came that left nothing to look at. */
export interface Unchecked extends Error {
  readonly needs: string
  readonly saw?: string
}

export const unchecked = (needs: string, saw?: string): Unchecked =>
  Object.assign(new Error(needs), { needs, ...(saw === undefined ? {} : { saw }) })

export const isUnchecked = (error: unknown): error is Unchecked => error instanceof Error && 'needs' in error
