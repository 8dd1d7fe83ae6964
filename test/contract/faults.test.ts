/** Which planted fault is named by which check, and by which rule: a table for whoever reads on. */
import { expect, it } from 'vitest'
import { checks } from '../../src/trial/checks.ts'
import { ruleText } from '../../src/trial/report.ts'
import { printed } from '../house/printed.ts'
import { table } from '../house/table.ts'
import { planted } from './servers/planted.ts'

const ruleOf = (caughtBy: string): string => {
  const [{ rule } = { rule: undefined }] = checks.filter(({ id }) => id === caughtBy)
  if (rule === undefined) throw new Error(`No check is called ${caughtBy}`)
  return /^R\d$/.test(rule) ? `${rule} ${ruleText(rule)}` : ruleText(rule)
}

const rows = planted.map(({ fault, caughtBy }) => [fault, `\`${caughtBy}\``, ruleOf(caughtBy)])

it('is printed for every planted server', () => {
  const text = table(['a server that', 'is named by', 'for'], rows)
  expect(printed('CONTRIBUTING.md', 'faults', text)).toBe(text)
})
