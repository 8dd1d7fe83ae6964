/** The shop's script on a page: taps, watches, and writes down what isopay told it. */
import type { Host, Place } from '../../src/core/ports.ts'
import type { Payment, Result } from '../../src/core/words.ts'
import type { Client } from './client.ts'
import { makeHands } from './hands.ts'
import { orders } from './merchant.ts'
import { type Page, pagesOwn } from './page.ts'
import type { Town } from './town.ts'

export interface Shop {
  readonly page: Page
  readonly ahead: (order: string) => void
  readonly tap: (order: string) => void
  readonly resume: (order: string) => void
  readonly stop: () => void
  readonly askClose: () => void
  readonly renew: () => void
  /** A component is mounted again, with a checkout of its own, and taps. */
  readonly remount: (order: string) => void
}

const textOf = ({ error, ...result }: Result): string =>
  JSON.stringify([result, error, error?.message, error?.detail, error?.cause])

export const openShop = (town: Town, page: Page, client: Client): Shop => {
  const { book, story } = town
  const hands: Host = (client.changeHost ?? ((host) => host))(makeHands(town, page))
  const live = new Map()
  const seen = new Set<Payment>()
  const unsettled = new Set<Payment>()
  let latest: Payment | undefined

  const place: Place = {
    name: 'simulated',
    recognise: () => ['simulated'],
    channels: client.channels,
    without: {},
  }
  const listens = story.seed % 8 === 0
  const observe = (trace: object) => {
    if (page.throws) throw new Error(pagesOwn)
    book.told({ page: page.id, did: 'output', text: JSON.stringify(trace) })
  }
  const mount = () =>
    client.createCheckoutIn(
      {
        places: [place],
        channels: client.channels,
        readSignals: () => ({ userAgent: '', maxTouchPoints: 0, objects: [] }),
        live,
        makeHost: () => hands,
      },
      { endpoint: 'https://shop.example/pay', ...(listens && { observe }) },
    )
  const checkout = mount()

  const optionsFor = (order: string) =>
    story.expects ? { expect: Object.freeze({ value: orders[order] ?? 1, currency: 'CNY' }) } : {}

  const scan = (instance: number, payment: Payment, content: string) => {
    book.told({ page: page.id, did: 'shown', instance, payment: payment.id, order: payment.order })
    town.pass('shown', page)
    town.scan(content)
  }

  const told = (instance: number, did: 'ended' | 'answered', result: Result) => {
    const { status, payment, order, amount, error } = result
    const more = { ...(error && { code: error.code }), ...(amount && { fen: amount.value }) }
    book.told({ page: page.id, did, instance, payment, order, status, ...more, text: textOf(result) })
  }

  /** What the page still holds when all that it watched has ended. */
  const lookAround = () => {
    if (page.isAlive() && unsettled.size === 0) book.told({ page: page.id, did: 'left', count: page.held() })
  }

  const watch = (payment: Payment, status: 'tap' | 'resume') => {
    latest = payment
    if (seen.has(payment)) return
    seen.add(payment)
    unsettled.add(payment)
    const instance = town.countInstance()
    const { order } = payment
    let content = ''
    book.told({ page: page.id, did: 'began', instance, payment: payment.id, order, status })
    payment.subscribe(() => {
      if (!page.isAlive()) return
      const { phase, qr, result } = payment.state
      const status = result && { code: result.status }
      book.told({ page: page.id, did: 'state', instance, payment: payment.id, order, status: phase, ...status })
      if (phase === 'showing' && qr && qr.content !== content) {
        content = qr.content
        scan(instance, payment, content)
      }
      town.pass('state', page)
      if (page.throws) throw new Error(pagesOwn)
    })
    payment.result.then((result) => {
      unsettled.delete(payment)
      if (!page.isAlive()) return
      told(instance, 'ended', result)
      page.later(20, () => page.later(20, lookAround))
      town.pass('told', page)
    })
  }

  const tapOn = (from: typeof checkout, order: string) => {
    book.told({ page: page.id, did: 'tap', order })
    town.pass('tap', page)
    if (page.isAlive()) watch(from.pay(order, optionsFor(order)), 'tap')
  }

  const askClose = () => {
    const payment = latest
    if (!payment) return
    book.told({ page: page.id, did: 'ask-close', payment: payment.id, order: payment.order })
    payment.close().then((result) => page.isAlive() && told(-1, 'answered', result))
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
      book.told({ page: page.id, did: 'stop', payment: latest?.id ?? '' })
      latest?.stop()
    },
    askClose,
    renew: () => latest?.renew(),
    remount: (order) => tapOn(mount(), order),
  }
}
