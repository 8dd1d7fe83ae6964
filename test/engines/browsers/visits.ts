/** Visits to the shop's page in one engine: the tabs of a test are closed after it, and none may have complained. */
import { afterAll, afterEach, expect } from 'vitest'
import { codeIn, complaintsOf, part, press, sees, shows } from './payer.ts'
import { openStreet } from './street.ts'
import type { Engine, Tab } from './tab.ts'

/** As the street's books say it. */
export const paidOnce = { payments: 1, charges: 1 }

export type Visits = Awaited<ReturnType<typeof openVisits>>

/** Stops the engine with the street, after the last test. */
export const openVisits = async (engine: Engine) => {
  const street = await openStreet()
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

  return { street, visit, shown }
}
