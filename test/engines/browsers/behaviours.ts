/** What the panel does in every engine: written once, and run in each. */
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { checked } from '../../panel/rules.ts'
import { sees, shows } from './payer.ts'
import { itComesBack } from './returns.ts'
import type { Engine } from './tab.ts'
import { itOutlasts } from './troubles.ts'
import { openVisits, type Visits } from './visits.ts'
import { itPays } from './ways.ts'

/** Whether this engine knows Trusted Types is asked of itself. */
const knowsTrustedTypes = async ({ openTab }: Engine): Promise<boolean> => {
  const tab = await openTab()
  const known = await tab.evaluate(`'trustedTypes' in window`)
  await tab.close()
  return known === true
}

const itKeepsRules = ({ street, visit, shown }: Visits, trusted: boolean): void => {
  it('breaks no rule of WCAG 2.2 AA', async () => {
    const { tab, content } = await shown()
    const violations = () =>
      tab.evaluate(`${checked}.then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`)
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

export const itBehaves = async (engine: Engine): Promise<void> => {
  const visits = await openVisits(engine)
  const trusted = await knowsTrustedTypes(engine)
  itPays(visits)
  itComesBack(engine, visits)
  itOutlasts(visits)
  itKeepsRules(visits, trusted)
}
