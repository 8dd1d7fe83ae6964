/** A merchant's server that lives in the test: it keeps the contract's rules, and breaks what its faults say. */
import type { Amount } from '../contract/derived.ts'
import type { Reply } from '../core/ports.ts'
import { paymentIn } from './actions.ts'
import { openBooks, type Question } from './books.ts'
import { asFetch, isQuestion } from './merchant-http.ts'
import type { Answer } from './network.ts'

/** What can be made to go wrong. May be changed at any time; the next question goes by it. */
export interface MerchantFaults {
  /** Does what is asked, and the answer is lost on the way. */
  lost: boolean
  /** Never answers. */
  silent: boolean
  /** Does nothing, and answers this HTTP status, such as 503. Null: none. */
  http: number | null
  /** Answers 409 `order_busy` to each prepare. */
  busy: boolean
  /** Hears of no money while this is true: the wallet's notification is late. */
  deaf: boolean
  /** Fields that replace those of each answer, such as `{ amount }` or `{ status: 'odd' }`. */
  says: Readonly<Record<string, unknown>>
}

/** How a fake merchant begins. */
export interface FakeMerchantOptions {
  /** The orders there are, with what each costs; without it there is every order. */
  readonly orders?: Readonly<Record<string, Amount>>
  /** What an order costs that was given no price. Default: 990 fen. */
  readonly amount?: Amount
  /** How many seconds an action lives. Default 900. */
  readonly expiresInSeconds?: number
  /** The clock by which it does, in milliseconds. */
  readonly nowMs?: () => number
  /** What goes wrong from the start. */
  readonly faults?: Partial<MerchantFaults>
}

/** One question that came, with its body. */
export interface Asked {
  /** `prepare`, `status` or `close`. */
  readonly call: string
  /** What was sent. */
  readonly body: unknown
}

/** A merchant's server in the test's own process. */
export interface FakeMerchant {
  /** What goes wrong now. */
  readonly faults: MerchantFaults
  /** What was asked, in order. */
  readonly asked: readonly Asked[]
  /** Sets what an order costs. */
  readonly price: (order: string, amount: Amount) => void
  /** Money comes by this payment, or by what names it: a code on the screen, an address, a wallet's parameters. False where it cannot. */
  readonly pay: (payment: unknown) => boolean
  /** Gives the money of a paid order back, or `value` of it, in the minor unit (fen, cent). */
  readonly refund: (order: string, value?: number) => void
  /** How often money came for an order. More than once is a payer who paid twice. */
  readonly taken: (order: string) => number
  /** As a fake host's network asks it. */
  readonly answer: Answer
  /** As a shop's own client asks it: for `createCheckout({ send })`, where a test runs by the real clock. */
  readonly send: (call: string, body: object) => Promise<unknown>
  /** As a browser asks it: for whoever asks by `fetch`, as `testMerchant` does. */
  readonly fetch: typeof fetch
}

const honest: MerchantFaults = { lost: false, silent: false, http: null, busy: false, deaf: false, says: {} }

const refuse = (status: number, code: string, more: object = {}): Reply => ({
  status,
  body: { error: { code, message: code }, ...more },
})

/** What a fetch rejects with where nothing came. */
const lostOnTheWay = () => new TypeError('Failed to fetch')

const lastOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

/** A merchant's server that keeps the rules, but for its faults. */
export const fakeMerchant = (options: FakeMerchantOptions = {}): FakeMerchant => {
  const { amount = { value: 990, currency: 'CNY' }, expiresInSeconds = 900, nowMs = Date.now } = options
  const books = openBooks({ amount, expiresInSeconds, nowMs })
  const faults: MerchantFaults = { ...honest, ...options.faults }
  const asked: Asked[] = []
  const known = options.orders && new Map(Object.entries(options.orders))
  for (const [order, each] of known ?? []) books.price(order, each)

  const heard = (call: string, question: Question): Reply => {
    if (call === 'close') return books.close(question, !faults.deaf)
    if (call === 'status') return books.say(question, !faults.deaf)
    return faults.busy ? refuse(409, 'order_busy', { retryAfterSeconds: 2 }) : books.prepare(question, !faults.deaf)
  }

  const said = (call: string, question: Question): Reply => {
    const { status, body } = heard(call, question)
    if (status !== 200) return { status, body }
    const { nonce } = question
    return { status, body: { ...Object(body), ...(call === 'status' && { nonce }), ...faults.says } }
  }

  const ask = async (call: string, body: unknown): Promise<Reply> => {
    asked.push({ call, body })
    if (faults.silent) return new Promise<never>(() => {})
    if (faults.http !== null) return refuse(faults.http, 'made_up')
    if (!isQuestion(call, body)) return refuse(400, 'bad_request')
    if (known && !known.has(body.order)) return refuse(404, 'order_unknown')
    const reply = said(call, body)
    if (faults.lost) throw lostOnTheWay()
    return reply
  }

  return {
    faults,
    asked,
    price: (order, each) => {
      known?.set(order, each)
      books.price(order, each)
    },
    pay: (named) => books.pay(paymentIn(named) ?? ''),
    refund: books.refund,
    taken: books.taken,
    answer: (url, { body }) => ask(lastOf(url), body),
    send: async (call, body) => (await ask(call, body)).body,
    fetch: asFetch(ask),
  }
}
