/** What a fixture of a channel holds: everything a wallet was seen to answer, and what each answer means. */
import type { ChannelFixture, ChannelRow } from '../../src/testing/channel.ts'

export interface Row extends ChannelRow {
  /** Where the answer was read. */
  readonly source: string
  /** When it was read: year and month. */
  readonly read: string
}

/** How the wallet is reached, where it is an object in the page. */
export interface BridgeFixture {
  readonly global: string
  readonly method: string
  readonly events: readonly string[]
  /** How the answer is wanted: as a last argument, or by `success`, `fail` and `complete` beside the parameters. Default: last. */
  readonly style?: 'last' | 'besides'
  /** The object that has `method`, where calling that is not yet the call that pays. */
  readonly make?: (call: (...args: unknown[]) => void) => object
  /** What the bridge must be called with, before the callback: for each of the fixture's actions. */
  readonly args: readonly (readonly unknown[])[]
}

export interface Fixture extends ChannelFixture {
  readonly rows: readonly Row[]
  readonly bridge?: BridgeFixture
}
