/** Each way in which a payment begins and ends: by a code, by the bridge, at the cashier, and not at all. */
import { expect, it } from 'vitest'
import { here, part, press, shows } from './payer.ts'
import { paidOnce, type Visits } from './visits.ts'

export const itPays = ({ street, visit, shown }: Visits): void => {
  it('pays by a code on the screen', async () => {
    const { order, tab, content } = await shown()
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('pays by the bridge, after a trip to the identity page', async () => {
    const order = await street.newOrder()
    const tab = await visit(order, 'wechat')
    await press(tab, part('wechat'))
    await press(tab, here('#wallet-sheet #pay'))
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('pays at the wallet’s cashier, and hears of it on the way back', async () => {
    const order = await street.newOrder()
    const tab = await visit(order, 'phone')
    await press(tab, part('wechat'))
    await press(tab, here('#confirm #pay'))
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('tells the payer who turned back that nothing was taken, and pays the same payment after all', async () => {
    const order = await street.newOrder()
    const tab = await visit(order, 'wechat')
    await press(tab, part('wechat'))
    await press(tab, here('#wallet-sheet #cancel'))
    await shows(tab, 'cancelled')
    expect(street.books(order)).toEqual({ payments: 1, charges: 0 })
    await press(tab, part('again'))
    await press(tab, here('#wallet-sheet #pay'))
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('closes a code that the payer cancels', async () => {
    const { tab } = await shown()
    await press(tab, part('cancel'))
    await shows(tab, 'closed')
  })
}
