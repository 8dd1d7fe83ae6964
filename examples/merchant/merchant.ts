/**
 * Starts the merchant's server of the contract. Where each of its rules is kept:
 * R1 `settle.ts`, `word.ts` · R2 `prepare.ts` · R3 `open.ts`, `look.ts` · R4 `payments.ts`, `close.ts` ·
 * R5 `identity.ts` · R6 `look.ts`, `status.ts` · R7 `orders.ts`, `return-url.ts`, `json.ts` · R8 `word.ts`, `refunds.ts`.
 */
import { watchCodes } from './codes.ts'
import { listen, type Through } from './listen.ts'
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
  through?: Through
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
  const { port, behindProxy = false, through } = options
  const server = await listen(port, through)
  const office = await openOffice(options, server.origin)
  server.answer(routes(office, behindProxy).fetch)
  const stopSweep = startSweep(office)
  const stopCodes = watchCodes(office)
  return {
    origin: server.origin,
    refund: (order, value) => refund(office, order, value),
    reprice: (order, value) => reprice(office, order, value),
    stop: async () => {
      office.wake.stop()
      await server.end()
      await stopSweep()
      await stopCodes()
      await office.store.stop()
    },
  }
}
