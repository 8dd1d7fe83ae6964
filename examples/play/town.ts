/** A shop, its merchant's server, both wallets, and a browser for each place a page can be opened in. */
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { type Merchant, startMerchant } from '../merchant/merchant.ts'
import { type Shop, startShop } from '../shop/shop.ts'
import { startTill, type Till } from '../till/till.ts'
import { startBrowser } from '../wallets/browser.ts'
import type { PlaceName } from '../wallets/places.ts'
import { startWallets, type Wallets } from '../wallets/wallets.ts'

const placeNames = [
  'wechat',
  'alipay',
  'phone',
  'wechat-desktop',
  'desktop',
  'app',
] as const satisfies readonly PlaceName[]

/** How many ports a town takes: shop, wallets, merchant, till, and the browsers. */
export const portsNeeded = 4 + placeNames.length

export interface TownOptions {
  /** Without any, each takes whatever is free. */
  ports?: readonly number[]
  dataDir: string
  /** Further origins that a payer may be sent back to. */
  pages?: readonly string[]
  /** Without it the orders live in `dataDir`. */
  databaseUrl?: string | undefined
  /** Lets somebody listen on the wire of each server: `wallets`, `merchant`, `till`, or a browser by its place. */
  through?: (server: string, listener: RequestListener) => RequestListener
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
  { ports = [], dataDir, databaseUrl, pages = [], through = (_, listener) => listener }: TownOptions,
  running: Running[],
): Promise<Town> => {
  const [shopPort = 0, walletsPort = 0, merchantPort = 0, tillPort = 0, ...browserPorts] = ports
  const started = <T extends Running>(each: T): T => {
    running.push(each)
    return each
  }
  const heard = (server: string) => ({ through: (listener: RequestListener) => through(server, listener) })
  const origins: string[] = []
  const store = databaseUrl ? { databaseUrl } : { dataDir: join(dataDir, 'merchant') }
  const inWallets = { port: walletsPort, dataDir: join(dataDir, 'wallets'), ...heard('wallets') }
  const wallets = started(await startWallets(inWallets))
  const merchant = started(
    await startMerchant({
      port: merchantPort,
      accounts: wallets.accounts,
      wallets: wallets.origin,
      store,
      publicOrigins: origins,
      ...heard('merchant'),
    }),
  )
  const shop = started(await startShop({ port: shopPort, merchant: merchant.origin, wallets: wallets.origin }))
  const till = started(await startTill({ port: tillPort, merchant: merchant.origin, ...heard('till') }))
  const browse = async (place: PlaceName, index: number) => {
    const browser = await startBrowser({
      place,
      target: shop.origin,
      wallets: wallets.origin,
      port: browserPorts[index] ?? 0,
      ...heard(place),
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
