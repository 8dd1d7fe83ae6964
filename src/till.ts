/** Door `isopay/till`: a cashier's screen or a till process takes the code that a payer shows. */
import type { CheckoutOptions } from './checkout/options.ts'
import { createTillIn, type TillWorld } from './checkout/till.ts'
import type { TillCheckout } from './core/checkout.ts'
import { PayError } from './core/errors.ts'
import type { ScanOptions } from './desk/reader.ts'
import { type KeySource, readKeys as readKeysBy, readStream as readStreamBy, type TextSource } from './desk/sources.ts'
import { clock } from './host/clock.ts'
import { type Folder, openFolder } from './host/folder.ts'
import { makeNodeHost } from './host/node.ts'
import { makeWebHost } from './host/web.ts'
import { webKeys } from './host/web-store.ts'
import { till } from './platforms/till.ts'

export type { CheckoutOptions } from './checkout/options.ts'
export type { PayOptions, TillCheckout, Trace } from './core/checkout.ts'
export { type Cause, type Code, isPayError, type PayError, type Retry } from './core/errors.ts'
export type { Amount, Payment, Phase, Result, State, Status } from './core/words.ts'
export { type Charge, createDesk, type Desk, type Unresolved } from './desk/desk.ts'
export { judge, type Verdict } from './desk/judge.ts'
export type { ScanOptions } from './desk/reader.ts'
export type { KeySource, TextSource } from './desk/sources.ts'
export type { FileSystem, Folder } from './host/folder.ts'

/** As a page's checkout is set up, and where a till in Node keeps its records. */
export interface TillOptions extends CheckoutOptions {
  /**
   * In Node, where it must be given: `{ fs, path }`, with `node:fs` and a folder on a local disk that the tills of this
   * machine share. In a page: the browser's storage and locks instead.
   */
  readonly folder?: Folder
}

const worldOf = ({ folder, endpoint }: TillOptions): TillWorld => {
  if (folder) return { place: till, ...openFolderHost(folder) }
  if (typeof document === 'undefined') throw new PayError('config_invalid', 'folder: where a till keeps its records')
  return { place: till, host: makeWebHost({ hosts: [], endpoint }), keys: webKeys }
}

const openFolderHost = (folder: Folder): Pick<TillWorld, 'host' | 'keys'> => {
  const { store, lock, keys } = openFolder(folder)
  return { host: { ...makeNodeHost(), store, lock }, keys }
}

/**
 * A checkout whose platform is `till`, for `createDesk`.
 *
 * Throws `config_invalid` or `secret_in_config` where the options are wrong, `config_invalid` in Node without `folder`,
 * and what `fs` throws where the folder cannot be made.
 */
export const createCheckout = (options: TillOptions): TillCheckout => {
  const { folder: _, ...rest } = options
  return createTillIn(worldOf(options), rest)
}

/** Calls `onScan` with each code that a scanner types into the document or element; returns how to stop. */
export const readKeys = (source: KeySource, onScan: (code: string) => void, options?: ScanOptions): (() => void) =>
  readKeysBy(clock, source, onScan, options)

/**
 * Calls `onScan` with each code that comes by a stream (`process.stdin` in raw mode, a serial port, a pipe); returns
 * how to stop.
 */
export const readStream = (source: TextSource, onScan: (code: string) => void, options?: ScanOptions): (() => void) =>
  readStreamBy(clock, source, onScan, options)
