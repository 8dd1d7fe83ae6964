/** Which of the shop's wallets can pay here. */
import type { Checkout } from '../core/checkout.ts'

export interface Offer {
  readonly here: readonly string[]
  /** Those that would pay if the page were opened elsewhere. */
  readonly elsewhere: readonly string[]
}

/** A place that belongs to one wallet knows no way to the others; where no channel works, none can pay. */
export const offerOf = (checkout: Checkout, wallets: readonly string[]): Offer => {
  const { channels, wallets: only } = checkout.explain()
  if (!channels.some(({ taken }) => taken)) return { here: [], elsewhere: [] }
  const isHere = (wallet: string): boolean => only === undefined || only.includes(wallet)
  return { here: wallets.filter(isHere), elsewhere: wallets.filter((wallet) => !isHere(wallet)) }
}
