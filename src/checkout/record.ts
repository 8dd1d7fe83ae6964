/**
 * What is written down about a payment before it leaves: enough to ask about it later, and nothing secret.
 * One record for each endpoint and order, so that no order erases another's.
 */
import { bare } from '../contract/own.ts'
import type { Store } from '../core/ports.ts'

export interface Entry {
  readonly version: 1
  readonly order: string
  readonly payment: string
  /** Milliseconds of the wall clock when it was written. */
  readonly atMs: number
  readonly wallet?: string | undefined
  readonly channel?: string | undefined
  /** The last moment at which money can come by the action, by the wall clock. */
  readonly expiresAtMs?: number | undefined
  /** Handed to a wallet, or about to be. */
  readonly invoked: boolean
  /** On the way to the wallet's identity page. */
  readonly detoured: boolean
  /** The caller was told an end that the server has not made final: the id is kept for another try. */
  readonly ended: boolean
}

/** Handed to a wallet, and nobody knows yet what became of it. */
export const isUnresolved = ({ invoked, ended }: Entry): boolean => invoked && !ended

/** Without storage an entry lives as long as the page: then `write` answers false. */
export interface Ledger {
  readonly read: (order: string) => Entry | null
  readonly write: (entry: Entry) => boolean
  readonly erase: (order: string, payment: string) => void
  /** The orders among the keys of a store. */
  readonly ordersIn: (keys: readonly string[]) => readonly string[]
}

const isEntry = (thing: unknown, order: string): thing is Entry => {
  if (typeof thing !== 'object' || thing === null) return false
  const { version, order: named, payment } = thing as Partial<Entry>
  return version === 1 && named === order && typeof payment === 'string' && /^[0-9a-f]{32}$/.test(payment)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null // another script's value under our key, or a cut one: the same as no record
  }
}

export const makeLedger = (store: Store, endpoint: string): Ledger => {
  const keyOf = (order: string) => `isopay/1/${endpoint}/${order}`
  const memory = new Map<string, string>()
  const entryIn = (order: string, text: string | null): Entry | null => {
    const thing = text === null ? null : parse(text)
    return isEntry(thing, order) ? bare<Entry>(thing) : null
  }
  const read = (order: string): Entry | null => entryIn(order, store.read(keyOf(order)) ?? memory.get(order) ?? null)
  const erase = (order: string, payment: string): void => {
    if (read(order)?.payment !== payment) return
    store.erase(keyOf(order))
    memory.delete(order)
  }
  /** In memory, where it could not be kept: else another tab's erasure would not be seen. */
  const replace = ({ order, payment }: Entry, text: string): void => {
    const older = entryIn(order, store.read(keyOf(order)))
    // It says that a wallet has had it: to lose that is to lose the payment. One that denies it would be a lie by now.
    if (older?.payment === payment && older.invoked) return
    erase(order, payment)
    memory.set(order, text)
  }
  const write = (entry: Entry): boolean => {
    const text = JSON.stringify(entry)
    const kept = store.write(keyOf(entry.order), text)
    if (kept) memory.delete(entry.order)
    else replace(entry, text)
    return kept
  }
  const ordersIn = (keys: readonly string[]): readonly string[] => {
    const start = keyOf('')
    return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length))
  }
  return { read, write, erase, ordersIn }
}
