import type { Accounts, Platforms } from './accounts.ts'
import type { Notice } from './deliver.ts'
import type { Faults } from './faults.ts'
import type { Ledger, Wallet } from './ledger.ts'
import type { PaymentCode } from './payment-codes.ts'

/** An in-wallet browser that was started for a shop: `origin` stands in front of `target`. */
export interface Browser {
  place: string
  target: string
  origin: string
}

/** Those who run the two wallets: what every room of the stand-in works with. `now` is in epoch milliseconds. */
export interface Operator {
  origin: string
  accounts: Accounts
  platforms: Platforms
  ledger: Ledger
  faults: Faults
  browsers: Browser[]
  /** Payment codes that were shown, by their digits. */
  codes: Map<string, PaymentCode>
  /** WeChat takes no reversal sooner after the charge. */
  reverseAfterMs: number
  now: () => number
  deliver: (notice: Notice) => void
}

/** One wallet, as the phone sees it. */
export interface App {
  wallet: Wallet
  payee: string
  payer: string
  /** The bridge's answers to a page. */
  answers: { ok: object; cancel: object; fail: object }
  /** The way in that a scanned text names, or null where it is none of this wallet's. */
  offerIn: (content: string) => string | null
  /** Tells the merchant of a payment. */
  notify: (operator: Operator, number: string) => void
  /** Where the payer goes afterwards, or null to stay. */
  next: (operator: Operator, offerId: string, paid: boolean) => string | null
  /** What a page handed to the bridge: a way in, or the wallet's word of refusal. */
  invoked: (operator: Operator, params: unknown) => { offer: string } | { refused: string }
}
