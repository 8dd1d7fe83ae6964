/** A shop, its merchant's server, both wallets, and a browser for each place a page can be opened in. */
import { join } from 'node:path'
import { type Merchant, startMerchant } from '../merchant/merchant.ts'
import { type Shop, startShop } from '../shop/shop.ts'
import { startTill, type Till } from '../till/till.ts'
import { startBrowser } from '../wallets/browser.ts'
import type { PlaceName } from '../wallets/places.ts'
import { startWallets, type Wallets } from '../wallets/wallets.ts'

const placeNames = ['wechat', 'alipay', 'phone', 'wechat-desktop'] as const satisfies readonly PlaceName[]

/** How many ports a town takes: shop, wallets, merchant, till, and the browsers. */
export const portsNeeded = 4 + placeNames.length

export interface TownOptions {
  /** The shop's first. Without any, each takes whatever is free. */
  ports?: readonly number[]
  dataDir: string
  /** Further origins that a payer may be sent back to. */
  pages?: readonly string[]
  /** Without it the orders live in `dataDir`. */
  databaseUrl?: string | undefined
}

export interface Town {
  shop: Shop
  merchant: Merchant
  wallets: Wallets
  /** The cashier's screen. */
  till: Till
  /** The origin of the shop as it is seen in each place. */
  places: Readonly<Record<PlaceName, string>>
  stop: () => Promise<void>
}

interface Running {
  stop: () => Promise<void>
}

const stopAll = async (running: Running[]) => {
  for (const each of running.splice(0).reverse()) await each.stop()
}

const open = async (
  { ports = [], dataDir, databaseUrl, pages = [] }: TownOptions,
  running: Running[],
): Promise<Town> => {
  const [shopPort = 0, walletsPort = 0, merchantPort = 0, tillPort = 0, ...browserPorts] = ports
  const started = <T extends Running>(each: T): T => {
    running.push(each)
    return each
  }
  const origins: string[] = []
  const store = databaseUrl ? { databaseUrl } : { dataDir: join(dataDir, 'merchant') }
  const wallets = started(await startWallets({ port: walletsPort, dataDir: join(dataDir, 'wallets') }))
  const merchant = started(
    await startMerchant({
      port: merchantPort,
      accounts: wallets.accounts,
      wallets: wallets.origin,
      store,
      publicOrigins: origins,
    }),
  )
  const shop = started(await startShop({ port: shopPort, merchant: merchant.origin, wallets: wallets.origin }))
  const till = started(await startTill({ port: tillPort, merchant: merchant.origin }))
  const browse = async (place: PlaceName, index: number) => {
    const browser = await startBrowser({
      place,
      target: shop.origin,
      wallets: wallets.origin,
      port: browserPorts[index] ?? 0,
    })
    return [place, started(browser).origin] as const
  }
  const places = Object.fromEntries(await Promise.all(placeNames.map(browse))) as Record<PlaceName, string>
  origins.push(shop.origin, ...Object.values(places), ...pages)
  return { shop, merchant, wallets, till, places, stop: () => stopAll(running) }
}

/** Starts all of it, or nothing. */
export const openTown = async (options: TownOptions): Promise<Town> => {
  const running: Running[] = []
  try {
    return await open(options, running)
  } catch (error) {
    await stopAll(running)
    throw error
  }
}
