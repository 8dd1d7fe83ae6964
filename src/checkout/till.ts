/** A checkout for a till: it knows which orders it has written down and not resolved, and takes turns at an order. */
import type { TillCheckout } from '../core/checkout.ts'
import type { Host, Place } from '../core/ports.ts'
import { createCheckoutIn, nameOf, turnOf } from './create.ts'
import type { CheckoutOptions } from './options.ts'
import { isUnresolved, makeLedger } from './record.ts'

export interface TillWorld {
  readonly place: Place
  readonly host: Host
  /** Of everything that `host.store` holds. */
  readonly keys: () => readonly string[]
}

export const createTillIn = ({ place, host, keys }: TillWorld, options: CheckoutOptions): TillCheckout => {
  const checkout = createCheckoutIn(
    {
      places: [place],
      channels: place.channels,
      readSignals: () => ({ userAgent: '', maxTouchPoints: 0, objects: [] }),
      live: new Map(),
      makeHost: () => host,
    },
    options,
  )
  const name = nameOf(options)
  const ledger = makeLedger(host.store, name)
  const isOpen = (order: string): boolean => {
    const entry = ledger.read(order)
    return entry !== null && isUnresolved(entry)
  }
  return {
    ...checkout,
    unresolved: () => ledger.ordersIn(keys()).filter(isOpen),
    take: (order) => host.lock(turnOf(name, order)),
  }
}
