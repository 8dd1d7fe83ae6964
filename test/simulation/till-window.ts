/** A window of the till: the cashier scans the payer's code, and the desk takes it from there. */
import type { TillCheckout } from '../../src/core/checkout.ts'
import type { Payment } from '../../src/core/words.ts'
import type { Desk } from '../../src/desk/desk.ts'
import type { Client } from './client.ts'
import { orders } from './merchant-books.ts'
import type { Page } from './page.ts'
import { ear, endpoint, handsOf, pricesOn, type Shop } from './shop.ts'
import type { Town } from './town.ts'
import { makeWatching } from './watching.ts'

const checkoutOn = (town: Town, page: Page, client: Client): TillCheckout => {
  const place = client.places.find(({ name }) => name === 'till')
  if (!place) throw new Error('no place is called till')
  const { kept } = page.device
  const host = handsOf(town, page, client)
  return client.createTillIn({ place, host, keys: () => [...kept.keys()] }, { endpoint, ...ear(town, page) })
}

export const openTill = (town: Town, page: Page, client: Client): Shop => {
  const { book } = town
  const fenOf = pricesOn(town)
  const { watch, answered, latest } = makeWatching(town, page, fenOf)
  const charging = new Set<string>()
  const checkout = checkoutOn(town, page, client)
  let desk: Desk | undefined

  const open = (): Desk => {
    const made = client.createDesk({ checkout })
    const look = () => {
      for (const { order, payment } of made.unresolved()) if (!charging.has(order)) watch(payment, 'resume')
    }
    made.subscribe(look)
    look()
    return made
  }
  const deskHere = (): Desk => {
    desk ??= open()
    return desk
  }

  const found = (order: string): Payment | undefined =>
    deskHere()
      .unresolved()
      .find((each) => each.order === order)?.payment

  const charge = async (on: Desk, order: string, code: string): Promise<void> => {
    const value = fenOf(order)
    charging.add(order)
    const charged = await on.charge(order, code, value ? { expect: { value, currency: 'CNY' } } : {})
    charging.delete(order)
    if (!page.isAlive()) return
    if (charged.payment) watch(charged.payment, charged.taken ? 'code' : 'resume')
    if (!charged.taken) book.told({ page: page.id, did: 'refused', order, code: charged.error.code })
  }

  const scan = (on: Desk, order: string, code: string): void => {
    book.told({ page: page.id, did: 'tap', order })
    town.pass('tap', page)
    if (page.isAlive()) void charge(on, order, code)
  }

  return {
    page,
    ahead: () => {},
    renew: () => {},
    tap: (order) => scan(deskHere(), order, town.showCode(true)),
    otherWallet: (order) => scan(deskHere(), order, town.showCode(true)),
    scanAgain: (order) => scan(deskHere(), order, town.showCode(false)),
    remount: (order) => scan(open(), order, town.showCode(true)),
    resume: (named) => {
      book.told({ page: page.id, did: 'resuming', order: named })
      deskHere()
      if (!page.isAlive()) return
      for (const order of Object.keys(orders))
        book.told({ page: page.id, did: 'resumed', order, payment: found(order)?.id ?? '' })
    },
    stop: () => {
      book.told({ page: page.id, did: 'stop', payment: latest()?.id ?? '' })
      desk?.stop()
      desk = undefined
    },
    askClose: (order) => {
      book.told({ page: page.id, did: 'ask-close', order })
      void deskHere()
        .close(order)
        .then((result) => result && answered(result))
    },
  }
}
