/** The contract as the README and its own page have it: what is asked, answered and refused, as the schemas have it. */
import { meanings as english, type Meanings } from '../../src/contract/meanings-en.ts'
import { meanings as chinese } from '../../src/contract/meanings-zh.ts'
import { refusals } from '../../src/contract/refusals.ts'
import { actions, answers, requests } from '../../src/contract/schemas.ts'
import { type Schema, type Source, schemaOf } from '../../src/contract/transcribe.ts'
import { table } from './table.ts'

/** Of each table its columns; `more` are the headings above them. */
interface Headings {
  readonly calls: readonly string[]
  readonly fields: readonly string[]
  readonly actions: readonly string[]
  readonly refusals: readonly string[]
  readonly more: Readonly<Record<'calls' | 'fields' | 'actions' | 'refusals', string>>
  readonly or: string
}

const calls = {
  prepare: { asks: requests.prepareRequest, answers: ['prepared', 'word'] },
  status: { asks: requests.statusRequest, answers: ['statusAnswer'] },
  close: { asks: requests.closeRequest, answers: ['word'] },
} as const

const code = (text: string): string => `\`${text}\``

const namesIn = ({ properties = {}, required = [] }: Schema): string =>
  code(
    Object.keys(properties)
      .map((name) => (required.includes(name) ? name : `${name}?`))
      .join(', '),
  )

const fieldsIn = ({ properties = {} }: Schema, inside = ''): [path: string, field: Schema][] =>
  Object.entries(properties).flatMap(([name, field]) => [
    [inside + name, field] as [string, Schema],
    ...fieldsIn(field, `${inside}${name}.`),
  ])

const limits = (least: number | undefined, most: number | undefined): string => {
  if (most === undefined || most >= Number.MAX_SAFE_INTEGER) return least === undefined ? '' : ` ≥ ${least}`
  return ` ${least ?? 0}–${most}`
}

const typeOf = ({ type = '', enum: words, pattern, items, ...schema }: Schema): string => {
  if (words) return words.map(code).join(' · ')
  if (pattern) return code(`/${pattern}/`)
  if (items) return `array of ${typeOf(items)}`
  if (type === 'string') return `string${limits(schema.minLength, schema.maxLength)}`
  return type + limits(schema.minimum, schema.maximum)
}

const callTable = (meanings: Meanings, { calls: heading, or }: Headings): string =>
  table(
    heading,
    Object.entries(calls).map(([call, { asks, answers: named }]) => [
      code(call),
      meanings.calls[call as keyof typeof calls],
      namesIn(schemaOf(asks)),
      named.map((name) => `${meanings.answers[name]}: ${namesIn(schemaOf(answers[name]))}`).join(or),
    ]),
  )

const fieldTable = (meanings: Meanings, { fields: heading }: Headings): string => {
  const all = Object.values({ ...requests, ...answers }).flatMap((schema: Source) => fieldsIn(schemaOf(schema)))
  const rows = new Map(all.map(([path, field]) => [path, typeOf(field)]))
  return table(
    heading,
    [...rows].map(([path, type]) => [code(path), type, meanings.fields[path as keyof Meanings['fields']]]),
  )
}

const actionTable = (meanings: Meanings, { actions: heading, or }: Headings): string =>
  table(
    heading,
    Object.entries(actions).map(([kind, schema]) => {
      const forms = [schemaOf(schema)].flatMap((form) => form.anyOf ?? [form])
      const fields = forms.map((form) => namesIn(form).replace(/kind(?:, )?/, '')).join(or)
      return [code(kind), fields === '``' ? '–' : fields, meanings.actions[kind as keyof typeof actions]]
    }),
  )

const refusalTable = (meanings: Meanings, { refusals: heading }: Headings): string =>
  table(
    heading,
    Object.entries(refusals).map(([name, { status }]) => [
      String(status),
      code(name),
      meanings.refusals[name as keyof typeof refusals],
    ]),
  )

const rest = (meanings: Meanings, headings: Headings): string => {
  const { more } = headings
  return [
    `## ${more.calls}\n\n${callTable(meanings, headings)}`,
    `## ${more.fields}\n\n${fieldTable(meanings, headings)}`,
    `## ${more.actions}\n\n${actionTable(meanings, headings)}`,
    `## ${more.refusals}\n\n${refusalTable(meanings, headings)}`,
  ].join('\n')
}

const inEnglish: Headings = {
  calls: ['call', 'what for', 'asks', 'answers'],
  fields: ['field', 'type', 'meaning'],
  actions: ['`action.kind`', 'fields', 'where'],
  refusals: ['HTTP', '`error.code`', 'meaning'],
  more: { calls: 'Calls', fields: 'Fields', actions: 'Kinds of action', refusals: 'Errors that a server tells' },
  or: ', or ',
}

const inChinese: Headings = {
  calls: ['接口', '用途', '请求', '应答'],
  fields: ['字段', '类型', '含义'],
  actions: ['`action.kind`', '字段', '用在哪里'],
  refusals: ['HTTP', '`error.code`', '含义'],
  more: { calls: '接口', fields: '字段', actions: '动作', refusals: '服务端回答的错误' },
  or: '，或 ',
}

/** The three calls alone. */
export const callsPage = {
  'README.md': callTable(english, inEnglish),
  'README.zh-CN.md': callTable(chinese, inChinese),
}

/** All that may be sent. */
export const contractPage = {
  'examples/guide/contract.md': rest(english, inEnglish),
  'examples/guide/contract.zh-CN.md': rest(chinese, inChinese),
}
