/** The world of one story: everything that a page, a merchant and a wallet can do to each other. */
import { installShell } from './app-shell.ts'
import { type Book, makeBook } from './book.ts'
import { installBridge } from './bridge.ts'
import type { Client } from './client.ts'
import { type Device, makeDevice } from './device.ts'
import { makeDice } from './dice.ts'
import type { Step } from './faults.ts'
import type { Terms } from './ledger.ts'
import { type Body, type Merchant, makeMerchant } from './merchant.ts'
import { makeSdk } from './mini-sdk.ts'
import { makePage, type Page } from './page.ts'
import { openShop, type Shop } from './shop.ts'
import type { Act, Story } from './story.ts'
import { makeStrikes } from './strikes.ts'
import { openTill } from './till-window.ts'
import { makeTimeline, type Timeline } from './timeline.ts'
import { makeTravel } from './travel.ts'
import { makeWallets, type Wallets } from './wallets.ts'
import { traitsOf } from './way.ts'

export interface Town {
  readonly story: Story
  readonly timeline: Timeline
  readonly book: Book
  readonly merchant: Merchant
  readonly wallets: Wallets
  readonly returnUrls: Map<string, string>
  readonly lastSaid: Map<string, Body>
  readonly shops: readonly Shop[]
  readonly newId: () => string
  readonly chance: () => number
  readonly countPage: () => number
  readonly countRequest: () => number
  readonly countInstance: () => number
  /** Of codes that a wallet gives out, each once. */
  readonly countCode: () => number
  /** The code on the payer's phone: a fresh one, or the one that was there before. */
  readonly showCode: (fresh: boolean) => string
  readonly isOffline: () => boolean
  /** How storage did, in all. */
  readonly memory: () => Terms['memory']
  /** How many faults of the story have struck. */
  readonly countStruck: () => number
  /** A step is passed: what strikes anywhere strikes, and what is wrong with this step alone is named. */
  readonly pass: (step: Step, page: Page) => string | undefined
  readonly urlOf: (order: string) => string
  /** The order that a page is about. */
  readonly orderOf: (page: Page) => string
  readonly load: (tab: number, url: string, device?: Device) => Shop
  /** The page has asked the browser to leave for `url`; `text` is what it hands over. */
  readonly depart: (page: Page, url: string, text: string) => void
  /** A phone scans what is on the screen. */
  readonly scan: (content: string) => void
  readonly act: (act: Act) => void
}

const counter = () => {
  let count = 0
  return () => count++
}

const urlOf = (order: string): string => `https://shop.example/pay?order=${order}`
const orderIn = (url: string): string => /[?&]order=([^&#]*)/.exec(url)?.[1] ?? 'order-1'

/** A payment code of the world: ten digits by which the auditor knows it, and a number. */
const codeOf = (count: number): string => `1357913579${String(count).padStart(8, '0')}`

const does: Readonly<Record<string, (shop: Shop, order: string) => void>> = {
  tap: (shop, order) => shop.tap(order),
  ahead: (shop, order) => shop.ahead(order),
  remount: (shop, order) => shop.remount(order),
  stop: (shop) => shop.stop(),
  'ask-close': (shop, order) => shop.askClose(order),
  renew: (shop) => shop.renew(),
  hide: ({ page }) => page.hide(),
  wake: ({ page }) => page.wake(),
  'other-wallet': (shop, order) => shop.otherWallet(order),
  'scan-again': (shop, order) => shop.scanAgain(order),
}

export const makeTown = (story: Story, client: Client): Town => {
  const timeline = makeTimeline()
  const { at, nowMs } = timeline
  const book = makeBook(nowMs)
  const dice = makeDice(story.seed ^ 0x2545f491)
  const { setting } = traitsOf(story.way)
  const shops: Shop[] = []
  const tabs = new Map<number, Shop>()
  const here = makeDevice(timeline, story.storage)
  const ids = counter()
  const payerCodes = counter()
  let shown = codeOf(payerCodes())

  const load = (tab: number, url: string, device: Device = here): Shop => {
    tabs.get(tab)?.page.unload()
    const page = makePage(town, device, tab, url)
    book.told({ page: page.id, did: 'load', text: url, elsewhere: device !== here })
    const fault = town.pass('load', page)
    installBridge(town, page, fault)
    page.mini = makeSdk(town, page, fault)
    page.bridge = installShell(town, page, fault)
    const shop = (setting === 'till' ? openTill : openShop)(town, page, client)
    shops.push(shop)
    if (device === here) tabs.set(tab, shop)
    page.later(0, () => shop.resume(orderIn(url)))
    return shop
  }

  /** A page is about one order, and its URL says which; a till is about all of them. */
  const shopIn = (tab: number, order: string): Shop => {
    const shop = tabs.get(tab)
    const isHere = shop?.page.isAlive() && (setting === 'till' || orderIn(shop.page.url) === order)
    return shop && isHere ? shop : load(tab, urlOf(order))
  }

  const act = ({ tab: wanted, order, does: what }: Act): void => {
    const name = `order-${order + 1}`
    // One runtime, one web-view: there are no tabs.
    const tab = setting === 'mini' || setting === 'app' ? 0 : wanted
    if (what === 'load') load(tab, urlOf(name))
    else if (what === 'reprice') town.merchant.reprice(name)
    else {
      const shop = shopIn(tab, name)
      shop.page.later(1, () => does[what]?.(shop, name))
    }
  }

  const town: Town = {
    story,
    timeline,
    book,
    returnUrls: new Map(),
    lastSaid: new Map(),
    shops,
    newId: () => (ids() * 0x10001 + 0xa0000).toString(16).padStart(32, '0'),
    chance: dice.chance,
    countPage: counter(),
    countRequest: counter(),
    countInstance: counter(),
    countCode: counter(),
    showCode: (fresh) => {
      if (fresh) shown = codeOf(payerCodes())
      return shown
    },
    merchant: makeMerchant(book, timeline, () => town.wallets, story),
    wallets: makeWallets(book, timeline, story.payers, (payment) =>
      at(dice.below(3_000), () => town.merchant.hear(payment), false),
    ),
    urlOf,
    orderOf: ({ url }) => orderIn(url),
    load,
    act,
    isOffline: () => strikes.isOffline(),
    memory: () => strikes.memory(),
    countStruck: () => strikes.countStruck(),
    pass: (step, page) => strikes.pass(step, page),
    depart: (page, url, text) => travel.depart(page, url, text),
    scan: (content) => travel.scan(content),
  }
  const strikes = makeStrikes(town, dice.below)
  const travel = makeTravel(town)
  return town
}
