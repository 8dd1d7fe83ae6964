/** A payer in the town, with a mini program open, and the real shop, merchant and wallets behind it. */
import { expect } from 'vitest'
import { merchantSays } from '../../examples/play/books.ts'
import { newOrder } from '../../examples/play/mini-program.ts'
import type { Town } from '../../examples/play/town.ts'
import type { Wallet } from '../../examples/wallets/ledger.ts'
import { myFor, wxFor } from '../../examples/wallets/mini-program.ts'
import { type Build, type Fields, json, type Phone } from '../package/bare.ts'
import { type Sdk, startLive } from './live.ts'

type Tap = 'pay' | 'cancel'

/** What the payer does and has. `taps` is the hand at the wallet's sheet; `forged`: the wallet refuses the parameters. */
export interface Payer {
  taps: Promise<Tap> | Tap
  online: boolean
  forged: boolean
  invoked: number
  readonly phone: Phone
}

export const newPayer = (): Payer => ({
  taps: 'pay',
  online: true,
  forged: false,
  invoked: 0,
  phone: { kept: [], nowMs: 0 },
})

/** Where the shop's sources say that it is. */
const written = 'https://shop.example'

const runtimes = {
  wechat: { brand: 'wx', pays: 'requestPayment', login: 'login', path: '/pay', forged: { paySign: 'forged' } },
  alipay: { brand: 'my', pays: 'tradePay', login: 'getAuthCode', path: '/pay/alipay-mini', forged: { tradeNO: '0' } },
} as const

const nobody = () => {}

const nativeSdk = ({ wallets }: Town, wallet: Wallet, payer: Payer): object => {
  const phone = { wallets: wallets.origin, wallet, tap: async () => payer.taps }
  return wallet === 'wechat' ? wxFor(phone, wallets.accounts.wechat.mini.appid, nobody) : myFor(phone, nobody)
}

type Call = (options: Fields) => void

const sdkOf = (town: Town, wallet: Wallet, payer: Payer): Sdk => {
  const { pays, login, forged } = runtimes[wallet]
  const native = nativeSdk(town, wallet, payer) as Record<string, Call>
  const request: Call = ({ url, ...options }) => {
    const { fail } = options as { fail?: (said: unknown) => void }
    if (payer.online) native.request?.({ ...options, url: String(url).replace(written, town.shop.origin) })
    else setImmediate(() => fail?.({ errMsg: 'request:fail', error: 12 }))
  }
  const pay: Call = (options) => {
    payer.invoked += 1
    native[pays]?.({ ...options, ...(payer.forged && forged) })
  }
  return { request, [pays]: pay, [login]: native[login] as Call }
}

/** Opens the bundle on the payer's phone; `functions` are further ones of the runtime's. */
export const launch = (town: Town, wallet: Wallet, payer: Payer, build: Build) => {
  const { brand } = runtimes[wallet]
  return startLive({ ...build, brand, phone: payer.phone, sdk: sdkOf(town, wallet, payer) })
}

/** Further options of the checkout, and the order where there is one already. */
interface Entry {
  readonly order?: string
  readonly deadlineMs?: number
}

/** As `launch`, and makes the shop's checkout. */
export const open = async (town: Town, wallet: Wallet, build: Build, payer = newPayer(), entry: Entry = {}) => {
  const { order = await newOrder(town), ...more } = entry
  const program = launch(town, wallet, payer, build)
  const options = json({ endpoint: written + runtimes[wallet].path, ...more })
  const create = () => program.evaluate(`(globalThis.checkout = isopay.createCheckout(${options})).platform`)
  const follow = (payment: string) =>
    program.evaluate(`(() => { globalThis.ended = null; globalThis.payment = ${payment};
      payment.result.then(({ status, error }) => { ended = { status, code: error && error.code } }); return payment.id })()`)
  create()
  return {
    ...program,
    payer,
    order,
    create,
    /** Answers the id of the payment. */
    tap: () => String(follow(`checkout.pay('${order}', { expect: { value: 2990, currency: 'CNY' } })`)),
    resume: () => String(follow(`checkout.resume('${order}')`)),
    /** What the mini program says in the end. */
    ended: async (timeout = 20_000) => {
      await expect.poll(() => program.evaluate('ended'), { timeout, interval: 20 }).not.toBeNull()
      return program.evaluate('ended')
    },
    reaches: (phase: 'invoking' | 'confirming') =>
      expect.poll(() => program.evaluate('payment.state.phase'), { timeout: 5_000, interval: 10 }).toBe(phase),
    /** How often money was taken, and the merchant's word. */
    books: async (payment: string) => {
      const { status } = await merchantSays(town, { payment, order })
      return { charges: town.wallets.ledger.taken(payment), status }
    },
  }
}
