/** The shop's mini program on the payer's phone, with the wallet's own object. */
import type { createCheckout } from 'isopay'
import type { Wallet } from '../wallets/ledger.ts'
import { myFor, type Overhear, wxFor } from '../wallets/mini-program.ts'
import { type Calls, heard } from './device.ts'
import { startEngine } from './engine.ts'
import type { Town } from './town.ts'

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
  const door = startEngine(globals).isopay() as { createCheckout: typeof createCheckout }
  const { result } = door
    .createCheckout({ endpoint })
    .pay(await newOrder(town), { expect: { value: 2990, currency: 'CNY' } })
  return (await result).status
}
