/** The shop's mini program on the payer's phone: `dist/mini` in a bare context, with the wallet's own object and timers. */
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import type { createCheckout } from 'isopay'
import type { Wallet } from '../wallets/ledger.ts'
import { myFor, type Overhear, wxFor } from '../wallets/mini-program.ts'
import { type Calls, heard } from './device.ts'
import type { Town } from './town.ts'

const file = new URL('../../dist/mini/index.js', import.meta.url)

/** No global of a page or of Node: what a mini program's engine has is ECMAScript, timers, and one object. */
const required = (globals: Record<string, unknown>): { createCheckout: typeof createCheckout } => {
  const module = { exports: {} }
  const context = createContext({ ...globals, setTimeout, clearTimeout, module, exports: module.exports })
  runInContext(readFileSync(file, 'utf8'), context)
  return module.exports as { createCheckout: typeof createCheckout }
}

type Tap = 'pay' | 'cancel'

/** Alipay hears refusals at an address of its own. */
const opened = ({ wallets, shop }: Town, wallet: Wallet, tap: Tap, overhear: Overhear) => {
  const phone = { wallets: wallets.origin, wallet, tap: async () => tap }
  return wallet === 'wechat'
    ? { globals: { wx: wxFor(phone, wallets.accounts.wechat.mini.appid, overhear) }, endpoint: `${shop.origin}/pay` }
    : { globals: { my: myFor(phone, overhear) }, endpoint: `${shop.origin}/pay/alipay-mini` }
}

/** Of what costs 2990 fen. */
export const newOrder = async ({ shop }: Town): Promise<string> => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${shop.origin}/orders`, { method: 'POST', headers, body: '{"product":"longjing"}' })
  const { order } = (await answer.json()) as { order: string }
  return order
}

/** Buys, and taps on the wallet's sheet; answers what the mini program says in the end. */
export const payInMiniProgram = async (town: Town, wallet: Wallet, calls: Calls, tap: Tap = 'pay'): Promise<string> => {
  const { globals, endpoint } = opened(town, wallet, tap, (url, asked, answer) =>
    heard(calls, url, JSON.parse(asked), answer),
  )
  const checkout = required(globals).createCheckout({ endpoint })
  const { result } = checkout.pay(await newOrder(town), { expect: { value: 2990, currency: 'CNY' } })
  return (await result).status
}
