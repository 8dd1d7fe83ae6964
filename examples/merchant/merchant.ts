/** Starts the merchant's server of the contract. */
import { listen } from './listen.ts'
import { type OfficeOptions, openOffice } from './office.ts'
import { reprice } from './orders.ts'
import { refund } from './refunds.ts'
import { routes } from './routes.ts'
import { startSweep } from './sweep.ts'

export interface MerchantOptions extends OfficeOptions {
  /** 0 takes any free port. */
  port: number
  /** Believe `X-Forwarded-For`: only behind a proxy that sets it. */
  behindProxy?: boolean
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
export const startMerchant = async ({ port, behindProxy = false, ...options }: MerchantOptions): Promise<Merchant> => {
  const server = await listen(port)
  const office = await openOffice(options, server.origin)
  server.answer(routes(office, behindProxy).fetch)
  const stopSweep = startSweep(office)
  return {
    origin: server.origin,
    refund: (order, value) => refund(office, order, value),
    reprice: (order, value) => reprice(office, order, value),
    stop: async () => {
      office.wake.stop()
      await server.end()
      await stopSweep()
      await office.store.stop()
    },
  }
}
