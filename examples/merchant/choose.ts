/** Which wallet and which of its ways of paying: the first kind in `accepts` that can be done where the payer is. */
import { codeIn, walletOfCode } from './codes.ts'
import { refusal } from './errors.ts'
import type { Wallet, WalletName } from './wallet.ts'

export interface Choice {
  wallet: Wallet
  kind: string
}

type Wallets = Readonly<Record<WalletName, Wallet>>

const isWallet = (wallets: Wallets, name: string): name is WalletName => Object.hasOwn(wallets, name)

/** The wallets that come into question, best first: the one that was named, or the one whose own browser this is. */
const candidates = (wallets: Wallets, platform: string, named: string | undefined): Wallet[] => {
  const home = platform.split('-', 1)[0] ?? ''
  const name = named ?? (isWallet(wallets, home) ? home : undefined)
  if (name === undefined) return [wallets.wechat, wallets.alipay]
  return isWallet(wallets, name) ? [wallets[name]] : []
}

const works = ({ ways }: Wallet, kind: string, platform: string) => {
  if (!Object.hasOwn(ways, kind)) return false
  const { platforms } = ways[kind] ?? {}
  return platforms === undefined || platforms.includes(platform)
}

interface Wish {
  accepts: readonly string[]
  platform: string
  wallet?: string | undefined
  identity?: { kind: string; value: string } | undefined
}

/** Throws `unsupported` where the wallet has no way that the client accepts there. */
export const choose = (wallets: Wallets, wish: Wish): Choice => {
  const code = codeIn(wish)
  const { accepts, platform, wallet = walletOfCode(code) } = wish
  // Such as UnionPay's, which an account at either wallet cannot charge: it is not shown to them.
  if (code !== undefined && wallet === undefined) throw refusal('unsupported', 'Neither wallet gave out this code')
  const possible = candidates(wallets, platform, wallet)
  for (const kind of accepts) {
    const found = possible.find((one) => works(one, kind, platform))
    if (found) return { wallet: found, kind }
  }
  throw refusal('unsupported', 'None of the accepted ways of paying works there with this wallet')
}
