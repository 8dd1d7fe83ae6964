/** The minimal servers, held against the contract by `isopay check`: every check is made, or says what it would take. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../../../src/trial/checks.ts'
import { testMerchant } from '../../../src/trial/merchant.ts'
import { newId } from '../merchant/market.ts'
import { frameworks, openShop, type Shop } from './street.ts'

/** What a server that shows a code alone has no use for: a session beside the handle, and a page to come back to. */
const beside = { 'session-needed': /--header/, 'trip-carries-id': /--return-url/, 'used-code': /--return-url/ }

const owed = ({ orders }: Shop, handle: string) => {
  const order = orders.get(handle)
  if (!order) throw new Error(`There is no order ${handle}`)
  return order
}

/** By hand, on the wallet's own pages: the server hears of it from the wallet. */
const giveBack = async (shop: Shop, handle: string) => {
  const { value, paidBy } = owed(shop, handle)
  if (!paidBy) throw new Error('The order is not paid')
  const refund = { id: newId(), payment: paidBy.id, value, total: value, currency: 'CNY', reason: 'by hand' }
  await shop.wallet.refund(refund)
  await new Promise((done) => setTimeout(done, 500))
  return String(value)
}

describe.each(frameworks)('%s', (framework) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(framework)
  })
  afterAll(() => shop.stop())

  it('breaks none of the checks, and leaves unmade only what it has no use for', { timeout: 120_000 }, async () => {
    const { verdicts } = await testMerchant(`${shop.origin}/pay`, {
      newOrder: shop.order,
      wallets: shop.wallets.origin,
      notifyUrls: [`${shop.origin}/notify`],
      received: async (handle) => String(owed(shop, handle).paidBy?.value ?? 0),
      refund: (handle) => giveBack(shop, handle),
      reprice: async (handle) => {
        const order = owed(shop, handle)
        order.value *= 2
        return String(order.value)
      },
    })
    expect(verdicts.map(({ id }) => id)).toEqual(checks.map(({ id }) => id))
    expect(verdicts.filter(({ outcome }) => outcome === 'broken')).toEqual([])
    const unmade = verdicts.flatMap((each) => (each.outcome === 'unchecked' ? [[each.id, each.needs]] : []))
    expect(Object.fromEntries(unmade)).toEqual(
      Object.fromEntries(Object.entries(beside).map(([id, needs]) => [id, expect.stringMatching(needs)])),
    )
  })
})
