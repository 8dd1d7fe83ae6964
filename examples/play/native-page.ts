/** The pay page of the shop's mini program, as its source has it, on the payer's phone. */
import type { Wallet } from '../wallets/ledger.ts'
import { myFor, type Overhear, wxFor } from '../wallets/mini-program.ts'
import { startEngine } from './engine.ts'
import type { Town } from './town.ts'

/** The payer at the wallet's sheet. */
export type Tap = () => Promise<'pay' | 'cancel'>

export const yes: Tap = async () => 'pay'

interface Data {
  said?: string
}

interface NativePage {
  data: Data
  setData(news: Data): void
  onLoad(query: Record<string, string>): void
  pay(): void
}

/** Where the mini program's source says that the shop is. */
const written = 'https://shop.example'

const runtime = ({ wallets, shop }: Town, wallet: Wallet, tap: Tap, overhear: Overhear) => {
  const phone = { wallets: wallets.origin, wallet, tap }
  const { appid } = wallets.accounts.wechat.mini
  const sdk = wallet === 'wechat' ? wxFor(phone, appid, overhear) : myFor(phone, overhear)
  const request: typeof sdk.request = (options) =>
    sdk.request({ ...options, url: options.url.replace(written, shop.origin) })
  return { [wallet === 'wechat' ? 'wx' : 'my']: { ...sdk, request, navigateBack: () => {} } }
}

/** Opens the page at this path, and taps its button; answers what it says in the end. */
export const payOnNativePage = (town: Town, wallet: Wallet, path: string, overhear: Overhear, tap: Tap = yes) =>
  new Promise<string>((resolve) => {
    const { pathname, searchParams } = new URL(path, written)
    const open = (options: NativePage) => {
      const setData = (news: Data) => {
        Object.assign(page.data, news)
        if (news.said) resolve(news.said)
      }
      const page = { ...options, data: { ...options.data }, setData }
      page.onLoad(Object.fromEntries(searchParams))
      page.pay()
    }
    const { load } = startEngine({ ...runtime(town, wallet, tap, overhear), Page: open })
    load(new URL(`../miniprogram/${wallet}${pathname}.ts`, import.meta.url))
  })
