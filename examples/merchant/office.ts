/** What every call of the contract works with. */
import type { Store } from './store.ts'
import type { Wake } from './wake.ts'
import type { Wallet, WalletName } from './wallet.ts'

export interface Office {
  store: Store
  wake: Wake
  wallets: Readonly<Record<WalletName, Wallet>>
  /** Exact origins that a payer may be sent back to, read at each call. */
  publicOrigins: readonly string[]
  /** Overrides how long each way of paying lives. */
  lifeSeconds?: number
}
