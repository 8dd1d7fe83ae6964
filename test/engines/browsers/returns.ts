/** One payment, however its page goes and comes back: a code renewed, a reload, “back”, a second tab. */
import { expect, it } from 'vitest'
import { codeIn, here, part, press, sees, shows } from './payer.ts'
import type { Engine, Tab } from './tab.ts'
import { paidOnce, type Visits } from './visits.ts'

const paymentIn = (tab: Tab) => tab.evaluate('panel.state.payment')

/** Chromium without a window of its own: it keeps no page (`BackForwardCacheDisabledForDelegate`). */
const isShell = ({ name }: Engine): boolean => name.startsWith('HeadlessChrome')

export const itComesBack = (engine: Engine, { street, visit, shown }: Visits): void => {
  it('warns before a code expires, and renews it for the same payment', async () => {
    street.shorten(3)
    const order = await street.newOrder()
    const tab = await visit(order)
    await press(tab, part('wechat'))
    await shows(tab, 'ending')
    const payment = await paymentIn(tab)
    await shows(tab, 'expired')
    await press(tab, part('renew'))
    await shows(tab, 'showing')
    expect(await paymentIn(tab)).toBe(payment)
    await street.payByPhone(await codeIn(tab))
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('takes up after a reload what was paid meanwhile', async () => {
    const { order, tab, content } = await shown()
    await tab.evaluate('location.reload()')
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('thaws when the payer comes back from the cashier by “back”, and leaves again with the same payment', async () => {
    const order = await street.newOrder()
    const tab = await visit(order, 'phone')
    await press(tab, part('wechat'))
    await sees(tab, `Boolean(${here('#confirm #pay')})`, true)
    await tab.evaluate('history.back()')
    await shows(tab, 'confirming')
    if (isShell(engine)) console.log(`${engine.name}: a headless shell, which has no back/forward cache`)
    else expect(await tab.evaluate('returns'), 'the page was kept').toEqual([false, true])
    await press(tab, part('notYet'))
    await press(tab, part('wechat'))
    await press(tab, here('#confirm #pay'))
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('is one payment in two tabs, and both hear of its end', async () => {
    const { order, tab, content } = await shown()
    const other = await visit(order)
    await shows(other, 'confirming')
    await press(other, part('notYet'))
    await press(other, part('wechat'))
    expect(await codeIn(other)).toBe(content)
    await street.payByPhone(content)
    for (const each of [tab, other]) await shows(each, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })
}
