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
  /**
   * `sheet`: it came up · `refused`: by a trade that cannot be paid · `gone`: it went · `said`: its word to the page, in
   * `word` · `paid`: money came · `back`: it went back.
   */
  readonly did: 'sheet' | 'refused' | 'gone' | 'paid' | 'back' | 'said'
  readonly word?: string
  readonly fen?: number
  /** How a sheet was reached. A page cannot know what becomes of a cashier that it has left for. */
  readonly by?: 'bridge' | 'cashier' | 'scan' | 'code'
  /** The page that invoked it, or that sent the payer's code; none where a phone scanned. */
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
  /** A code that works once, after the kind that it is of. */
  readonly code?: string
  /** The one that the payer chose. */
  readonly wallet?: string
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
    | 'refused'
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
    | 'hide'
    | 'interrupted'
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
  /**
   * `device`: storage worked all the time · `page`: not at all, so that a checkout remembers what it did itself · `full`:
   * something was not taken · `spoilt`: something was not given back, or it broke on the way.
   */
  readonly memory: 'device' | 'page' | 'full' | 'spoilt'
  readonly locks: boolean
  /** The wallet is asked who pays before anything is sent. */
  readonly logsIn: boolean
  readonly till: boolean
  /** There is a clock that nobody can set. */
  readonly monotonic: boolean
  readonly endMs: number
  /** How many of the story's faults struck. */
  readonly struck: number
}

export interface CaseFile {
  readonly entries: readonly Entry[]
  readonly terms: Terms
}
