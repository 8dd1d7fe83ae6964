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

/** What there is to say beside the outcome. */
const remarkOn = (verdict: Verdict): string | undefined => {
  if (verdict.outcome === 'kept') return verdict.seen
  if (verdict.outcome === 'broken') return verdict.saw
  return [verdict.saw, `needs ${verdict.needs}`].filter((part) => part !== undefined).join('; ')
}

/** One line, as each verdict falls. */
export const progressLine = (verdict: Verdict): string => {
  const { outcome, rule, id } = verdict
  const remark = remarkOn(verdict)
  return `${marks[outcome]} ${rule.padEnd(7)} ${id}${remark === undefined ? '' : `: ${remark}`}`
}

const row = (name: string, text: string): string => `    ${name.padEnd(7)} ${text}`

const fault = (verdict: Verdict & { outcome: 'broken' }): string => {
  const { rule, id, title, saw, why, change, exchanges } = verdict
  const talk = exchanges.flatMap(({ asked, sent, came }) => [row('asked', `${asked} ${sent}`), row('answer', came)])
  const head = [`✗ ${id}: ${title}`, row('rule', isNumbered(rule) ? `${rule} ${ruleText(rule)}` : ruleText(rule))]
  return [...head, row('came', saw), ...talk, row('why', why), row('change', change)].join('\n')
}

const isBroken = (verdict: Verdict): verdict is Verdict & { outcome: 'broken' } => verdict.outcome === 'broken'

/** A paragraph of those of one outcome on which there is something to say. */
const paragraph = (heading: string, verdicts: readonly Verdict[], outcome: Verdict['outcome']): readonly string[] => {
  const told = verdicts.filter((verdict) => verdict.outcome === outcome && remarkOn(verdict) !== undefined)
  return told.length > 0 ? [[heading, ...told.map((verdict) => `  ${progressLine(verdict)}`)].join('\n')] : []
}

export const reportText = ({ endpoint, verdicts, kept, broken, unchecked }: Report): string => {
  const faults = verdicts.filter(isBroken).map(fault)
  const sum = `${endpoint}: ${broken} broken, ${kept} kept, ${unchecked} not checked`
  return [
    ...faults,
    ...paragraph('Kept, as far as it was seen:', verdicts, 'kept'),
    ...paragraph('Not checked:', verdicts, 'unchecked'),
    sum,
  ].join('\n\n')
}

/** Every check by its rule, for whoever wants to know what is asked. */
export const listText = (): string =>
  checks.map(({ id, rule, title }) => `${rule.padEnd(8)}${id.padEnd(26)}${title}`).join('\n')
