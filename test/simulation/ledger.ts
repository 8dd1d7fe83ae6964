/**
 * What the world writes down, for the auditor: three books, and the terms of the run. Times are the world's own, in
 * milliseconds. Imports nothing, so that nobody who judges by it can know the client.
 */

interface Line {
  readonly atMs: number
  /** Counts up over all books: who came first where the time is the same. */
  readonly n: number
}

/** The wallets' book. A payment's id is its trade number. */
export interface WalletLine extends Line {
  readonly book: 'wallet'
  readonly payment: string
  /** `sheet`: it came up · `refused`: by a trade that cannot be paid · `gone`: it went · `said`: its word to the page, in `word`. */
  readonly did: 'sheet' | 'refused' | 'gone' | 'paid' | 'said'
  readonly word?: string
  readonly fen?: number
  /** How a sheet was reached. A page cannot know what becomes of a cashier that it has left for. */
  readonly by?: 'bridge' | 'cashier' | 'scan'
  /** The page that invoked it; none where a phone scanned. */
  readonly page?: number | undefined
}

/** The merchant's book, with the door at which requests come in and answers go out. */
export interface MerchantLine extends Line {
  readonly book: 'merchant'
  /** `sent`: a page put a request on the wire · `over`: answered, timed out or dropped · `said`: the server's answer · `money`: it has it. */
  readonly did: 'sent' | 'over' | 'said' | 'money'
  readonly payment: string
  readonly order: string
  readonly call?: string
  readonly page?: number | undefined
  readonly request?: number
  /** `offer`, `pending`, `paid`, `closed`, `failed`, `refunded` or an error's code. */
  readonly status?: string
  readonly fen?: number
  readonly expiresMs?: number
  /** A code that works once. */
  readonly code?: string
}

/** What the client told its caller, and what the caller asked of it. */
export interface ToldLine extends Line {
  readonly book: 'told'
  readonly page: number
  readonly did:
    | 'load'
    | 'dead'
    | 'ahead'
    | 'tap'
    | 'stop'
    | 'ask-close'
    | 'resuming'
    | 'resumed'
    | 'began'
    | 'state'
    | 'shown'
    | 'ended'
    | 'answered'
    | 'wake'
    | 'sleep'
    | 'clock'
    | 'threw'
    | 'output'
    | 'left'
  readonly order?: string
  /** One `payment` object of the client's. */
  readonly instance?: number
  readonly payment?: string
  readonly status?: string
  readonly code?: string
  readonly fen?: number
  readonly text?: string
  /** Another device than the payer's first one. */
  readonly elsewhere?: boolean
  readonly untilMs?: number
  readonly count?: number
}

export type Entry = WalletLine | MerchantLine | ToldLine

export interface Terms {
  /** What each order costs. */
  readonly fen: { readonly [order: string]: number }
  readonly expiresS: number
  /** Storage and locks worked all the time. */
  readonly storage: boolean
  readonly locks: boolean
  readonly endMs: number
  /** How many of the story's faults struck. */
  readonly struck: number
}

export interface CaseFile {
  readonly entries: readonly Entry[]
  readonly terms: Terms
}
