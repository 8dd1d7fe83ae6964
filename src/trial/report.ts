/** A report for a person: what was asked, what came, which rule, what to change, and why. */
import { rules } from '../contract/rules.ts'
import { checks } from './checks.ts'
import type { Report } from './merchant.ts'
import type { Verdict } from './run.ts'
import type { Rule } from './words.ts'

const lines: Readonly<Record<Exclude<Rule, keyof typeof rules>, string>> = {
  prepare: 'The contract: prepare',
  status: 'The contract: status',
  close: 'The contract: close',
  errors: 'The contract: errors',
  http: 'The contract: JSON over POST',
  notice: 'A wallet’s notification is believed if it is signed, fits, and is new',
}

const isNumbered = (rule: Rule): rule is keyof typeof rules => rule in rules

/** What a rule says, in a few words. */
export const ruleText = (rule: Rule): string => (isNumbered(rule) ? rules[rule].title : lines[rule])

const marks = { kept: '✓', broken: '✗', unchecked: '–' }

/** One line, as each verdict falls. */
export const progressLine = (verdict: Verdict): string => {
  const { outcome, rule, id } = verdict
  const more = outcome === 'broken' ? `: ${verdict.saw}` : outcome === 'unchecked' ? `: needs ${verdict.needs}` : ''
  return `${marks[outcome]} ${rule.padEnd(7)} ${id}${more}`
}

const row = (name: string, text: string): string => `    ${name.padEnd(7)} ${text}`

const fault = (verdict: Verdict & { outcome: 'broken' }): string => {
  const { rule, id, title, saw, why, change, exchanges } = verdict
  const talk = exchanges.flatMap(({ asked, sent, came }) => [row('asked', `${asked} ${sent}`), row('answer', came)])
  const head = [`✗ ${id}: ${title}`, row('rule', isNumbered(rule) ? `${rule} ${ruleText(rule)}` : ruleText(rule))]
  return [...head, row('came', saw), ...talk, row('why', why), row('change', change)].join('\n')
}

const isBroken = (verdict: Verdict): verdict is Verdict & { outcome: 'broken' } => verdict.outcome === 'broken'

const isUnmade = (verdict: Verdict): verdict is Verdict & { outcome: 'unchecked' } => verdict.outcome === 'unchecked'

const unmade = (verdicts: readonly Verdict[]): readonly string[] => {
  const rows = verdicts.filter(isUnmade).map(({ id, rule, needs }) => `  – ${rule.padEnd(7)} ${id}: needs ${needs}`)
  return rows.length > 0 ? [['Not checked:', ...rows].join('\n')] : []
}

export const reportText = ({ endpoint, verdicts, kept, broken, unchecked }: Report): string => {
  const faults = verdicts.filter(isBroken).map(fault)
  const sum = `${endpoint}: ${broken} broken, ${kept} kept, ${unchecked} not checked`
  return [...faults, ...unmade(verdicts), sum].join('\n\n')
}

/** Every check by its rule, for whoever wants to know what is asked. */
export const listText = (): string =>
  checks.map(({ id, rule, title }) => `${rule.padEnd(8)}${id.padEnd(26)}${title}`).join('\n')
