/** The shop's script on a page: taps, and hands what isopay gives it to be watched. */
import type { PayOptions } from '../../src/core/checkout.ts'
import type { Host } from '../../src/core/ports.ts'
import type { Client } from './client.ts'
import { makeHands } from './hands.ts'
import { orders } from './merchant-books.ts'
import { type Page, pagesOwn } from './page.ts'
import type { Town } from './town.ts'
import { makeWatching } from './watching.ts'
import { traitsOf, type Wallet } from './way.ts'

/** What can be done on a page, whatever it is. */
export interface Shop {
  readonly page: Page
  readonly ahead: (order: string) => void
  readonly tap: (order: string) => void
  readonly resume: (order: string) => void
  readonly stop: () => void
  readonly askClose: (order: string) => void
  readonly renew: () => void
  /** A component is mounted again, with a checkout of its own, and taps. */
  readonly remount: (order: string) => void
  /** The payer chooses the other wallet, and taps. */
  readonly otherWallet: (order: string) => void
  /** The same code once more. */
  readonly scanAgain: (order: string) => void
}

/** Prices as they were when the page was opened. */
export const pricesOn = (town: Town): ((order: string) => number | undefined) => {
  const prices = new Map(Object.keys(orders).map((order) => [order, town.merchant.priceOf(order)]))
  return (order) => (town.story.expects ? prices.get(order) : undefined)
}

export const handsOf = (town: Town, page: Page, client: Client): Host => {
  const hands = makeHands(town, page, client)
  return client.changeHost ? client.changeHost(hands) : hands
}

/** Every eighth world listens to the traces. */
export const ear = ({ story, book }: Town, page: Page) => {
  const observe = (trace: object) => {
    if (page.throws) throw new Error(pagesOwn)
    book.told({ page: page.id, did: 'output', text: JSON.stringify(trace) })
  }
  return story.seed % 8 === 0 ? { observe } : {}
}

export const endpoint = 'https://shop.example/pay'

export const openShop = (town: Town, page: Page, client: Client): Shop => {
  const { book, story } = town
  const hands = handsOf(town, page, client)
  const live = new Map()
  const { place: name, chooses } = traitsOf(story.way)
  const place = client.places.find((each) => each.name === name)
  if (!place) throw new Error(`no place is called ${name}`)
  const here = { ...place, recognise: () => ['simulated'] }
  const fenOf = pricesOn(town)
  const { watch, answered, latest } = makeWatching(town, page, fenOf)
  let wallet: Wallet | undefined

  const mount = () =>
    client.createCheckoutIn(
      {
        places: [here],
        channels: here.channels,
        readSignals: () => ({ userAgent: '', maxTouchPoints: 0, objects: [] }),
        live,
        makeHost: () => hands,
      },
      { endpoint, ...ear(town, page) },
    )
  const checkout = mount()

  const optionsFor = (order: string): PayOptions => {
    const value = fenOf(order)
    return { ...(value && { expect: Object.freeze({ value, currency: 'CNY' }) }), ...(wallet && { wallet }) }
  }

  const tapOn = (from: typeof checkout, order: string, status = '') => {
    book.told({ page: page.id, did: 'tap', order, status })
    town.pass('tap', page)
    if (page.isAlive()) watch(from.pay(order, optionsFor(order)), 'tap')
  }

  return {
    page,
    ahead: (order) => {
      book.told({ page: page.id, did: 'ahead', order })
      town.pass('ahead', page)
      if (page.isAlive()) checkout.prepare(order, optionsFor(order))
    },
    tap: (order) => tapOn(checkout, order),
    resume: (order) => {
      book.told({ page: page.id, did: 'resuming', order })
      const payment = checkout.resume(order, optionsFor(order))
      if (!page.isAlive()) return
      book.told({ page: page.id, did: 'resumed', order, payment: payment?.id ?? '' })
      if (payment) watch(payment, 'resume')
    },
    stop: () => {
      book.told({ page: page.id, did: 'stop', payment: latest()?.id ?? '' })
      latest()?.stop()
    },
    askClose: () => {
      const payment = latest()
      if (!payment) return
      book.told({ page: page.id, did: 'ask-close', payment: payment.id, order: payment.order })
      void payment.close().then(answered)
    },
    renew: () => latest()?.renew(),
    remount: (order) => tapOn(mount(), order, 'remount'),
    otherWallet: (order) => {
      if (chooses) wallet = wallet === 'alipay' ? 'wechat' : 'alipay'
      tapOn(checkout, order)
    },
    scanAgain: (order) => tapOn(checkout, order),
  }
}
