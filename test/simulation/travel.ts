/** Away from a page to a wallet's cashier or login page, and back; and from the screen to a phone that scans it. */
import { makeDevice } from './device.ts'
import { mark, paymentIn } from './merchant-action.ts'
import type { Page } from './page.ts'
import type { Town } from './town.ts'

export const makeTravel = (town: Town) => {
  const { story, timeline } = town
  const { at } = timeline
  const scanned = new Set<string>()

  const goAway = (page: Page): void => {
    if (story.comesBack !== 'steps-back') return page.unload()
    page.hide()
    page.fire('gone')
    page.dropLocks()
  }

  const comeBack = (page: Page, url: string): void => {
    if (story.comesBack === 'steps-back') page.later(0, page.wake)
    if (story.comesBack === 'loads') town.load(page.tab, url)
    if (story.comesBack === 'elsewhere') town.load(9, url, makeDevice(timeline, true))
  }

  const depart = (page: Page, url: string, text: string): void => {
    const payment = paymentIn(text)
    at(50, () => goAway(page))
    if (url.includes('/oauth2/')) {
      const back = `${town.urlOf(town.orderOf(page))}&code=${mark}-code-${town.countCode()}&state=${payment}`
      at(1_000, () => (story.comesBack === 'elsewhere' ? town.load(page.tab, back) : comeBack(page, back)))
      return
    }
    at(100, () =>
      town.wallets.sheet(payment, { by: 'cashier', page: page.id }, () =>
        at(300, () => comeBack(page, town.returnUrls.get(payment) ?? page.url)),
      ),
    )
  }

  const scan = (content: string): void => {
    if (scanned.has(content)) return
    scanned.add(content)
    at(500, () => town.wallets.sheet(paymentIn(content), { by: 'scan' }, () => {}), false)
  }

  return { depart, scan }
}
