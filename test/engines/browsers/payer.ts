/** The payer's eyes and hands in one tab, and the ears of the page. */
import { expect } from 'vitest'
import type { Tab } from './tab.ts'

/** A page on a slow line, in an engine on a busy machine. */
const patienceMs = 20_000

/** Waits until `expression` comes to `value`. A page that is on its way elsewhere is asked again. */
export const sees = (tab: Tab, expression: string, value: unknown): Promise<void> =>
  expect
    .poll(() => tab.evaluate(expression), { timeout: patienceMs, interval: 100, message: expression })
    .toEqual(value)

const section = 'panel.shadowRoot.querySelector("section")'

/** What the panel shows, by its name: `choosing`, `showing`, `paid` … */
export const shows = (tab: Tab, scene: string): Promise<void> => sees(tab, `${section}.dataset.scene`, scene)

interface Spot {
  readonly x: number
  readonly y: number
}

const spotOf = (element: string): string => `{
  const element = ${element}
  element.scrollIntoView({ block: 'center' })
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}`

/** Presses the middle of what `element` comes to, once it is there. */
export const press = async (tab: Tab, element: string): Promise<void> => {
  await sees(tab, `Boolean(${element}) && ${element}.getClientRects().length > 0`, true)
  const { x, y } = (await tab.evaluate(`(() => ${spotOf(element)})()`)) as Spot
  await tab.press(x, y)
}

export const part = (name: string): string => `panel.shadowRoot.querySelector('[part~="${name}"]')`
export const here = (selector: string): string => `document.querySelector('${selector}')`

/** What stands in the code that is shown. */
export const codeIn = async (tab: Tab): Promise<string> => {
  await sees(tab, `Boolean(${part('qr')}.querySelector('svg'))`, true)
  return String(await tab.evaluate('panel.state.qr.content'))
}

/** Breaches of the policy, errors, rejections that nobody handled: of all pages of the tab so far. */
export const complaintsOf = (tab: Tab): Promise<unknown> =>
  tab.evaluate(`JSON.parse(sessionStorage.getItem('complaints') || '[]')`)
