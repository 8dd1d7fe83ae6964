/** What every call of the contract works with. */
import type { Accounts } from '../wallets/accounts.ts'
import { alipay } from './alipay.ts'
import { hostsAt } from './hosts.ts'
import { openStore, type Store, type StorePlace } from './store.ts'
import { openWake, type Wake } from './wake.ts'
import type { Wallet, WalletName } from './wallet.ts'
import { wechat } from './wechat.ts'

export interface OfficeOptions {
  /** What the platforms gave at sign-up. */
  accounts: Accounts
  /** The origin of a stand-in for the wallets; without it their real hosts are used. */
  wallets?: string
  store: StorePlace
  /** Exact origins that `returnUrl` may be on, read at each call. */
  publicOrigins: readonly string[]
  /** Where the wallets reach this server; by default where it listens. */
  notifyOrigin?: string
  /** Overrides how long each way of paying lives. WeChat takes nothing under 60. */
  lifeSeconds?: number
  /** Overrides how long a payment code has: WeChat 30, Alipay 60. */
  codeSeconds?: Partial<Record<WalletName, number>>
  /** Overrides how soon after the charge a code is reversed at the soonest: WeChat 15, Alipay 0. */
  reverseAfterSeconds?: number
}

export interface Office extends Pick<OfficeOptions, 'publicOrigins' | 'lifeSeconds' | 'codeSeconds'> {
  store: Store
  wake: Wake
  wallets: Readonly<Record<WalletName, Wallet>>
}

const sooner = (wallet: Wallet, reverseAfter = wallet.codes.reverseAfter): Wallet => ({
  ...wallet,
  codes: { ...wallet.codes, reverseAfter },
})

/** `origin` is where this server listens. */
export const openOffice = async (options: OfficeOptions, origin: string): Promise<Office> => {
  const { accounts, publicOrigins, lifeSeconds, codeSeconds, reverseAfterSeconds, notifyOrigin = origin } = options
  const store = await openStore(options.store)
  const hosts = hostsAt(options.wallets)
  return {
    store,
    wake: await openWake(store),
    wallets: {
      wechat: sooner(wechat(accounts.wechat, hosts, `${notifyOrigin}/notify/wechat`), reverseAfterSeconds),
      alipay: sooner(alipay(accounts.alipay, hosts, `${notifyOrigin}/notify/alipay`), reverseAfterSeconds),
    },
    publicOrigins,
    ...(lifeSeconds === undefined ? {} : { lifeSeconds }),
    ...(codeSeconds === undefined ? {} : { codeSeconds }),
  }
}
