/** What a page breaks of WCAG 2.2 AA, as axe sees it. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Comes to axe's results, in a page that has run its source. */
export const checked = `axe.run({ runOnly: ${JSON.stringify(rules)} })`

/** Each as a rule and the element that breaks it. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const { violations: found } = (await page.evaluate(checked)) as axe.AxeResults
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
