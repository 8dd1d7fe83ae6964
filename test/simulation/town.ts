/** The world of one story: everything that a page, a merchant and a wallet can do to each other. */

import { type Book, makeBook } from './book.ts'
import { installBridge } from './bridge.ts'
import type { Client } from './client.ts'
import { type Device, isAsleep, makeDevice, sleep } from './device.ts'
import { makeDice } from './dice.ts'
import { anywhere, type Step } from './faults.ts'
import { type Body, type Merchant, makeMerchant } from './merchant.ts'
import { mark, paymentIn } from './merchant-action.ts'
import { makePage, type Page } from './page.ts'
import { openShop, type Shop } from './shop.ts'
import type { Act, Story } from './story.ts'
import { makeTimeline, type Timeline } from './timeline.ts'
import { makeWallets, type Wallets } from './wallets.ts'

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
  readonly isOffline: () => boolean
  /** Whether storage failed at any time. */
  readonly storageFailed: () => boolean
  /** How many faults of the story have struck. */
  readonly countStruck: () => number
  /** A step is passed: what strikes anywhere strikes, and what is wrong with this step alone is named. */
  readonly pass: (step: Step, page: Page) => string | undefined
  /** The page has asked the browser to leave for `url`; `text` is what it hands over. */
  readonly depart: (page: Page, url: string, text: string) => void
  /** A phone scans what is on the screen. */
  readonly scan: (content: string) => void
  readonly act: (act: Act) => void
}

const anywhereNames = new Set<string>(anywhere)
const pageOf = (order: string): string => `https://shop.example/pay?order=${order}`
const orderOf = (url: string): string => new URL(url).searchParams.get('order') ?? 'order-1'
const counter = () => {
  let count = 0
  return () => count++
}

export const makeTown = (story: Story, client: Client): Town => {
  const timeline = makeTimeline()
  const { at, nowMs } = timeline
  const book = makeBook(nowMs)
  const dice = makeDice(story.seed ^ 0x2545f491)
  const passed = new Map<Step, number>()
  const shops: Shop[] = []
  const tabs = new Map<number, Shop>()
  const here = makeDevice(timeline, story.storage)
  const scanned = new Set<string>()
  let offlineUntilMs = 0
  let codes = 0
  let struck = 0
  let storageFailed = !story.storage
  const ids = counter()

  const load = (tab: number, url: string, device: Device = here): Shop => {
    tabs.get(tab)?.page.unload()
    const page = makePage(town, device, tab, url)
    book.told({ page: page.id, did: 'load', text: url, elsewhere: device !== here })
    installBridge(town, page, town.pass('load', page))
    const shop = openShop(town, page, client)
    shops.push(shop)
    if (device === here) tabs.set(tab, shop)
    page.later(0, () => shop.resume(orderOf(url)))
    return shop
  }

  /** A page is about one order, and its URL says which. */
  const shopIn = (tab: number, order: string): Shop => {
    const shop = tabs.get(tab)
    const isHere = shop?.page.isAlive() && orderOf(shop.page.url) === order
    return shop && isHere ? shop : load(tab, pageOf(order))
  }

  const does: Readonly<Record<string, (shop: Shop, order: string) => void>> = {
    tap: (shop, order) => shop.tap(order),
    ahead: (shop, order) => shop.ahead(order),
    remount: (shop, order) => shop.remount(order),
    stop: (shop) => shop.stop(),
    'ask-close': (shop) => shop.askClose(),
    renew: (shop) => shop.renew(),
    hide: ({ page }) => page.hide(),
    wake: ({ page }) => page.wake(),
  }

  const act = ({ tab, order, does: what }: Act): void => {
    const name = `order-${order + 1}`
    if (what === 'load') load(tab, pageOf(name))
    else {
      const shop = shopIn(tab, name)
      shop.page.later(1, () => does[what]?.(shop, name))
    }
  }

  const strikes: Readonly<Record<string, (page: Page) => void>> = {
    die: (page) => page.die(),
    sleep: ({ device }) => {
      if (isAsleep(device, timeline)) return
      const ms = 1_000 * (20 + dice.below(400))
      book.told({ page: -1, did: 'sleep', untilMs: nowMs() + ms })
      sleep(device, timeline, ms)
    },
    'clock-back': ({ device }) => {
      book.told({ page: -1, did: 'clock', status: 'back' })
      device.offsetMs -= 86_400_000
    },
    'clock-on': ({ device }) => {
      book.told({ page: -1, did: 'clock', status: 'on' })
      device.offsetMs += 86_400_000
    },
    'offline-20s': () => {
      offlineUntilMs = nowMs() + 20_000
    },
    'storage-breaks': ({ device }) => {
      storageFailed = true
      device.keeps = false
    },
    'listener-throws': (page) => {
      page.throws = true
    },
    refund: () => town.merchant.refund(),
  }

  const strike = (is: string, page: Page): void => {
    if (is === 'die' || is === 'storage-breaks') return strikes[is]?.(page)
    const order = orderOf(page.url) === 'order-1' ? 0 : 1
    at(0, () => {
      if (strikes[is]) strikes[is](page)
      else if (is === 'tap-elsewhere') act({ atMs: 0, tab: 1 - page.tab, order, does: 'tap' })
      else if (page.isAlive()) act({ atMs: 0, tab: page.tab, order, does: is as Act['does'] })
    })
  }

  const pass = (step: Step, page: Page): string | undefined => {
    if (story.faults.length === 0) return undefined
    const count = passed.get(step) ?? 0
    passed.set(step, count + 1)
    let found: string | undefined
    for (const { at: where, nth, is } of story.faults) {
      if (where !== step || nth !== count) continue
      struck += 1
      if (anywhereNames.has(is)) strike(is, page)
      else found = is
      if (is === 'empty' || is === 'garbled' || is === 'full') storageFailed = true
    }
    return found
  }

  const goAway = (page: Page): void => {
    if (story.comesBack !== 'steps-back') return page.unload()
    page.hide()
    for (const [name, holder] of [...page.device.holders]) if (holder === page) page.device.holders.delete(name)
  }

  const comeBack = (page: Page, url: string): void => {
    if (story.comesBack === 'steps-back') page.later(0, page.wake)
    if (story.comesBack === 'loads') load(page.tab, url)
    if (story.comesBack === 'elsewhere') load(9, url, makeDevice(timeline, true))
  }

  const depart = (page: Page, url: string, text: string): void => {
    const payment = paymentIn(text)
    at(50, () => goAway(page))
    if (url.includes('/oauth2/')) {
      codes += 1
      const back = `${pageOf(orderOf(page.url))}&code=${mark}-code-${codes}&state=${payment}`
      at(1_000, () => (story.comesBack === 'elsewhere' ? load(page.tab, back) : comeBack(page, back)))
      return
    }
    at(100, () =>
      town.wallets.sheet(payment, { by: 'cashier', page: page.id }, () =>
        at(300, () => comeBack(page, town.returnUrls.get(payment) ?? page.url)),
      ),
    )
  }

  const scan = (content: string): void => {
    if (scanned.has(content)) return
    scanned.add(content)
    at(500, () => town.wallets.sheet(paymentIn(content), { by: 'scan' }, () => {}), false)
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
    isOffline: () => offlineUntilMs > nowMs(),
    storageFailed: () => storageFailed,
    countStruck: () => struck,
    merchant: makeMerchant(book, timeline, () => town.wallets, story),
    wallets: makeWallets(book, timeline, story.payers, (payment) =>
      at(dice.below(3_000), () => town.merchant.hear(payment), false),
    ),
    pass,
    depart,
    scan,
    act,
  }
  return town
}
