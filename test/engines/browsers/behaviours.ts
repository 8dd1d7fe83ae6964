/** What the panel does in every engine: written once, and run in each. */
import axe from 'axe-core'
import { afterAll, afterEach, expect, it } from 'vitest'
import { codeIn, complaintsOf, here, part, press, sees, shows } from './payer.ts'
import { openStreet } from './street.ts'
import type { Engine, Tab } from './tab.ts'

const paidOnce = { payments: 1, charges: 1 }
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))
const paymentIn = (tab: Tab) => tab.evaluate('panel.state.payment')

/** Whether this engine knows Trusted Types is asked of itself. */
export const knowsTrustedTypes = async ({ openTab }: Engine): Promise<boolean> => {
  const tab = await openTab()
  const known = await tab.evaluate(`'trustedTypes' in window`)
  await tab.close()
  return known === true
}

/** Chromium without a window of its own: it keeps no page (`BackForwardCacheDisabledForDelegate`). */
const isShell = ({ name }: Engine): boolean => name.startsWith('HeadlessChrome')

export const itBehaves = async (engine: Engine): Promise<void> => {
  const street = await openStreet()
  const trusted = await knowsTrustedTypes(engine)
  const tabs: Tab[] = []

  const visit = async (order: string, place: keyof typeof street.places = 'plain', more = ''): Promise<Tab> => {
    const tab = await engine.openTab()
    tabs.push(tab)
    await tab.goto(`${street.places[place]}/?order=${order}${more}`)
    await sees(tab, 'Boolean(window.panel)', true)
    return tab
  }

  /** A code on the screen. */
  const shown = async (more?: string) => {
    const order = await street.newOrder()
    const tab = await visit(order, 'plain', more)
    await press(tab, part('wechat'))
    await shows(tab, 'showing')
    return { order, tab, content: await codeIn(tab) }
  }

  afterEach(async () => {
    street.turn('clear')
    for (const tab of tabs.splice(0)) {
      expect(await complaintsOf(tab)).toEqual([])
      await tab.close()
    }
  })
  afterAll(async () => {
    await engine.stop()
    await street.stop()
  })

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

  it.each(['cut', 'hole'] as const)('gives up on nothing while the line is a %s', async (weather) => {
    const { order, tab, content } = await shown()
    street.turn(weather)
    await street.payByPhone(content)
    await sleep(3_000)
    await shows(tab, 'showing')
    street.turn('clear')
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('pays over slow 3G', async () => {
    street.turn('slow')
    const { order, tab, content } = await shown()
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it.each([
    ['forward', 3_600_000],
    ['back', -3_600_000],
  ])('is told of the money though the clock was put %s by an hour', async (_, laterMs) => {
    const { order, tab, content } = await shown()
    await tab.evaluate(`window.laterMs = ${laterMs}`)
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('believes nothing that stands on Object.prototype', async () => {
    const { order, tab, content } = await shown('&polluted')
    await sleep(2_000)
    await shows(tab, 'showing')
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('breaks no rule of WCAG 2.2 AA', async () => {
    const { tab, content } = await shown()
    const violations = async () => {
      const run = `axe.run({ runOnly: ${JSON.stringify(rules)} })`
      return tab.evaluate(`${run}.then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`)
    }
    await tab.evaluate(`(() => { ${axe.source} })()`)
    expect(await violations()).toEqual([])
    await street.payByPhone(content)
    await shows(tab, 'paid')
    expect(await violations()).toEqual([])
  })

  const policy = trusted ? 'with Trusted Types' : 'without Trusted Types, which this engine does not have'
  it(`hears of a breach of the policy, ${policy}`, async () => {
    const tab = await visit(await street.newOrder())
    await tab.evaluate(
      `void document.body.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))`,
    )
    await sees(tab, `JSON.parse(sessionStorage.getItem('complaints')).length`, 1)
    await tab.evaluate(`(() => { try { document.body.innerHTML = 'x' } catch (refused) { return String(refused) } })()`)
    await sees(tab, `JSON.parse(sessionStorage.getItem('complaints')).length`, trusted ? 2 : 1)
    await tab.evaluate('sessionStorage.clear()')
  })
}
