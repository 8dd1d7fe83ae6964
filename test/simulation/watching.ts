/** Writes down what isopay tells a page of its payments. */
import type { Payment, Result } from '../../src/core/words.ts'
import { type Page, pagesOwn } from './page.ts'
import type { Town } from './town.ts'

export type Begun = 'tap' | 'resume' | 'code'

export interface Watching {
  readonly watch: (payment: Payment, begun: Begun) => void
  readonly answered: (result: Result) => void
  /** The payment that was watched last. */
  readonly latest: () => Payment | undefined
}

const textOf = ({ error, ...result }: Result): string =>
  JSON.stringify([result, error, error?.message, error?.detail, error?.cause])

const momentMs = 20

/** `fenOf`: what the page shows that an order costs, where it says so to the client. */
export const makeWatching = (town: Town, page: Page, fenOf: (order: string) => number | undefined): Watching => {
  const { book } = town
  const seen = new Set<Payment>()
  const unsettled = new Set<Payment>()
  let latest: Payment | undefined
  let endedAtMs = 0

  const told = (instance: number, did: 'ended' | 'answered', result: Result) => {
    const { status, payment, order, amount, error } = result
    const more = { ...(error && { code: error.code }), ...(amount && { fen: amount.value }) }
    book.told({ page: page.id, did, instance, payment, order, status, ...more, text: textOf(result) })
  }

  /** What the page still holds when all that it watched has ended, a moment later: a listener's own error is on its way. */
  const lookAround = () => {
    if (page.isAlive() && unsettled.size === 0 && town.timeline.nowMs() - endedAtMs >= 2 * momentMs)
      book.told({ page: page.id, did: 'left', count: page.held() })
  }

  const begin = (payment: Payment, instance: number, begun: Begun) => {
    const { id, order } = payment
    const fen = fenOf(order)
    book.told({ page: page.id, did: 'began', instance, payment: id, order, status: begun, ...(fen && { fen }) })
  }

  const scan = (instance: number, { id, order }: Payment, content: string) => {
    book.told({ page: page.id, did: 'shown', instance, payment: id, order })
    town.pass('shown', page)
    town.scan(content)
  }

  const follow = (payment: Payment, instance: number) => {
    let shown = ''
    payment.subscribe(() => {
      if (!page.isAlive()) return
      const { phase, qr, result } = payment.state
      const code = result && { code: result.status }
      const named = { payment: payment.id, order: payment.order }
      book.told({ page: page.id, did: 'state', instance, ...named, status: phase, ...code })
      if (phase === 'showing' && qr && qr.content !== shown) {
        shown = qr.content
        scan(instance, payment, shown)
      }
      town.pass('state', page)
      if (page.throws) throw new Error(pagesOwn)
    })
  }

  const watch = (payment: Payment, begun: Begun) => {
    latest = payment
    if (seen.has(payment)) return
    seen.add(payment)
    unsettled.add(payment)
    const instance = town.countInstance()
    begin(payment, instance, begun)
    follow(payment, instance)
    payment.result.then((result) => {
      unsettled.delete(payment)
      if (!page.isAlive()) return
      told(instance, 'ended', result)
      endedAtMs = town.timeline.nowMs()
      page.later(momentMs, () => page.later(momentMs, lookAround))
      town.pass('told', page)
    })
  }

  return {
    watch,
    answered: (result) => {
      if (page.isAlive()) told(-1, 'answered', result)
    },
    latest: () => latest,
  }
}
