/** The truth for tests: every trade, every way into one, every time that money moved. Kept in `dataDir`. */
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { readStored, writeStored } from './stored.ts'

export type Wallet = 'wechat' | 'alipay'

/** What a merchant ordered. `number` is its out_trade_no; `value` counts fen; times are epoch milliseconds. */
export interface Terms {
  wallet: Wallet
  number: string
  means: string
  value: number
  title: string
  notifyUrl: string | null
  attach: string | null
  buyer: string | null
  expiresAt: number | null
  lifetimeMs: number | null
  /** Which of the merchant's appids a WeChat order is under. */
  appid?: string
}

/** An order that exists at the wallet. `id` is the wallet's own number (transaction_id, trade_no). */
export interface Trade extends Terms {
  id: string
  openedAt: number
  closedAt: number | null
}

/** A way into a trade (prepay_id, code, cashier's address), open before `until`. `site` is the one the shop named. */
export interface Offer {
  id: string
  terms: Terms
  until: number
  site: string | null
  returnUrl: string | null
  quitUrl: string | null
}

/** Money that was taken. `told` says that the merchant answered the notification, or that it was given up. */
export interface Payment {
  wallet: Wallet
  number: string
  value: number
  payer: string
  at: number
  told: boolean
}

/** Money that was given back. `request` is the merchant's number of the refund, `id` the wallet's. */
export interface Refund {
  wallet: Wallet
  number: string
  request: string
  id: string
  value: number
  reason: string | null
  at: number
}

interface Book {
  trades: Trade[]
  offers: Offer[]
  payments: Payment[]
  refunds: Refund[]
}

export type Ledger = ReturnType<typeof openLedger>

const sum = (entries: { value: number }[]) => entries.reduce((total, entry) => total + entry.value, 0)

/** 28 digits, as both wallets number their trades: the day, then chance. */
const newId = (now: number) => {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '')
  return day + Array.from({ length: 20 }, () => randomInt(10)).join('')
}

/** Opens the ledger of `dataDir`. Each change is on disk before its call returns. */
export const openLedger = (dataDir: string, now: () => number) => {
  const file = join(dataDir, 'ledger.json')
  const book = readStored<Book>(file) ?? { trades: [], offers: [], payments: [], refunds: [] }

  const save = <T>(entry: T): T => {
    writeStored(file, book)
    return entry
  }
  const add = <T>(list: T[], entry: T): T => {
    list.push(entry)
    return save(entry)
  }
  const of = <T extends { wallet: Wallet; number: string }>(list: T[], trade: { wallet: Wallet; number: string }) =>
    list.filter((entry) => entry.wallet === trade.wallet && entry.number === trade.number)

  return {
    /** How many times money was taken for this trade number, in both wallets together. More than once is a fault. */
    taken: (number: string) => book.payments.filter((payment) => payment.number === number).length,
    /** How much was given back for this trade number, in fen. */
    returned: (number: string) => sum(book.refunds.filter((refund) => refund.number === number)),
    trades: (): readonly Trade[] => book.trades,
    payments: (): readonly Payment[] => book.payments,
    refunds: (): readonly Refund[] => book.refunds,

    trade: (wallet: Wallet, number: string) => of(book.trades, { wallet, number })[0],
    tradeById: (wallet: Wallet, id: string) => book.trades.find((trade) => trade.wallet === wallet && trade.id === id),
    payment: (trade: Terms) => of(book.payments, trade)[0],
    refundsOf: (trade: Terms) => of(book.refunds, trade),
    refunded: (trade: Terms) => sum(of(book.refunds, trade)),
    offer: (id: string) => book.offers.find((offer) => offer.id === id),
    offersOf: (trade: Terms) => book.offers.filter((offer) => of([offer.terms], trade).length > 0),

    addOffer: (offer: Pick<Offer, 'id' | 'terms' | 'until'> & Partial<Offer>) =>
      add(book.offers, { site: null, returnUrl: null, quitUrl: null, ...offer }),
    /** Where the payer goes from an offer's cashier, whether he pays or not. */
    setReturn: (offer: Offer, url: string) => save(Object.assign(offer, { returnUrl: url, quitUrl: url })),
    openTrade: (terms: Terms): Trade => {
      const ends = terms.lifetimeMs === null ? terms.expiresAt : now() + terms.lifetimeMs
      return add(book.trades, { ...terms, expiresAt: ends, id: newId(now()), openedAt: now(), closedAt: null })
    },
    prolong: (trade: Trade, expiresAt: number) => save(Object.assign(trade, { expiresAt })),
    close: (trade: Trade) => save(Object.assign(trade, { closedAt: now() })),
    pay: (trade: Trade, payer: string, value = trade.value): Payment =>
      add(book.payments, {
        wallet: trade.wallet,
        number: trade.number,
        value,
        payer,
        at: now(),
        told: false,
      }),
    refund: (trade: Trade, request: string, value: number, reason: string | null): Refund => {
      const { wallet, number } = trade
      return add(book.refunds, { wallet, number, request, id: newId(now()), value, reason, at: now() })
    },
    tell: (payment: Payment) => save(Object.assign(payment, { told: true })),
  }
}
