/** The engines inside Android web-views of 2018 to 2023, for real: each carries a payment out and hears of its end. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { places } from '../../../examples/wallets/places.ts'
import { startChromium } from './chromium.ts'
import { old } from './packed.ts'
import { codeIn, complaintsOf, here, part, press, sees, shows } from './payer.ts'
import { openStreet, type Street } from './street.ts'
import type { Engine, Tab } from './tab.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.stop())

const single = ['--single-process', '--no-zygote']
const ages = [
  [64, single],
  [67, single],
  [80, single],
  [92, []],
  [116, []],
] as const

const paidOnce = { payments: 1, charges: 1 }
const reads = (tab: Tab, words: string) => sees(tab, `${here('output')}.value`, words)

describe.each(ages)('in Chromium %i', (version, flags) => {
  const engines: Engine[] = []
  let tab: Tab
  afterEach(async () => {
    expect(await complaintsOf(tab)).toEqual([])
    for (const engine of engines.splice(0)) await engine.stop()
  })

  const visit = async (path: string, userAgent?: string): Promise<string> => {
    const named = userAgent === undefined ? [] : [`--user-agent=${userAgent}`]
    const engine = await startChromium(old(version), [...flags, ...named])
    engines.push(engine)
    expect(engine.name).toMatch(`HeadlessChrome/${version}.`)
    tab = await engine.openTab()
    const order = await street.newOrder()
    await tab.goto(`${street.places.plain}${path}?order=${order}`)
    return order
  }

  it('the one file pays by the bridge: tap, identity page, invocation, confirmation', async () => {
    const order = await visit('/one-file', places.wechat.userAgent)
    await reads(tab, 'ready')
    await press(tab, here('#pay'))
    await press(tab, here('#confirm'))
    await reads(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('the one file leaves for the cashier, and resumes on the way back', async () => {
    const order = await visit('/one-file', places.phone.userAgent)
    await reads(tab, 'ready')
    await press(tab, here('#pay'))
    await sees(tab, 'location.pathname', '/wechat/pay')
    const back = await street.payAtCashier(String(await tab.evaluate('location.href')))
    await tab.goto(back)
    await reads(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })

  it('the element pays by a code on the screen', async () => {
    const order = await visit('/')
    await sees(tab, 'Boolean(window.panel)', true)
    await press(tab, part('wechat'))
    await street.payByPhone(await codeIn(tab))
    await shows(tab, 'paid')
    expect(street.books(order)).toEqual(paidOnce)
  })
})
