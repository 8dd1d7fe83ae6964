/** Starts the merchant's server of the contract. */
import type { Accounts } from '../wallets/accounts.ts'
import { alipay } from './alipay.ts'
import { hostsAt } from './hosts.ts'
import { listen } from './listen.ts'
import type { Office } from './office.ts'
import { reprice } from './orders.ts'
import { refund } from './refunds.ts'
import { routes } from './routes.ts'
import { openStore, type StorePlace } from './store.ts'
import { startSweep } from './sweep.ts'
import { openWake } from './wake.ts'
import { wechat } from './wechat.ts'

export interface MerchantOptions {
  /** 0 takes any free port. */
  port: number
  /** What the platforms gave at sign-up. */
  accounts: Accounts
  /** The origin of a stand-in for the wallets; without it their real hosts are used. */
  wallets?: string
  store: StorePlace
  /** Exact origins that `returnUrl` may be on, read at each call. */
  publicOrigins: readonly string[]
  /** Where the wallets reach this server; by default where it listens. */
  notifyOrigin?: string
  /** Believe `X-Forwarded-For`: only behind a proxy that sets it. */
  behindProxy?: boolean
  /** Overrides how long each way of paying lives. */
  lifeSeconds?: number
}

export interface Merchant {
  origin: string
  /** Gives back `value` fen of what was paid for an order, or all that is left. */
  refund(order: string, value?: number): Promise<void>
  /** Changes what an unpaid order costs. */
  reprice(order: string, value: number): Promise<void>
  stop(): Promise<void>
}

/** Listens first, for the wallets have to be told where this server is. */
export const startMerchant = async (options: MerchantOptions): Promise<Merchant> => {
  const { accounts, publicOrigins, lifeSeconds, notifyOrigin, behindProxy = false } = options
  const server = await listen(options.port)
  const store = await openStore(options.store)
  const wake = await openWake(store)
  const hosts = hostsAt(options.wallets)
  const notify = `${notifyOrigin ?? server.origin}/notify`
  const wallets = {
    wechat: wechat(accounts.wechat, hosts, `${notify}/wechat`),
    alipay: alipay(accounts.alipay, hosts, `${notify}/alipay`),
  }
  const office: Office = { store, wake, wallets, publicOrigins, ...(lifeSeconds ? { lifeSeconds } : {}) }
  server.answer(routes(office, behindProxy).fetch)
  const stopSweep = startSweep(office)
  return {
    origin: server.origin,
    refund: (order, value) => refund(office, order, value),
    reprice: (order, value) => reprice(office, order, value),
    stop: async () => {
      wake.stop()
      await server.end()
      await stopSweep()
      await store.stop()
    },
  }
}
