import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { type Code, refusal } from '../../examples/merchant/errors.ts'
import { actionExamples, requestExamples, wordExamples } from '../../src/contract/examples.ts'
import { meanings } from '../../src/contract/meanings-en.ts'
import { openapi } from '../../src/contract/openapi.ts'
import { refusals } from '../../src/contract/refusals.ts'
import { actions, answers, requests } from '../../src/contract/schemas.ts'
import { type Schema, schemaOf } from '../../src/contract/transcribe.ts'

const { paths, info } = openapi()
const calls = ['prepare', 'status', 'close'] as const

describe('the document', () => {
  it('is in the package, as the schemas have it', () => {
    const file = createRequire(import.meta.url).resolve('isopay/openapi.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(openapi())))
  })

  it('is new each time: what one reader changes, the next does not see', () => {
    const mine = openapi()
    mine.servers.pop()
    expect(openapi().servers).toHaveLength(1)
  })

  it('carries all eight rules, and each call those that concern it', () => {
    const rulesIn = (text: string) => [...text.matchAll(/\*\*(R\d) /g)].map(([, name]) => name)
    const all = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8']
    expect(rulesIn(info.description)).toEqual(all)
    const carried = calls.flatMap((call) => rulesIn(paths[`/${call}`].post.description))
    expect([...new Set(carried)].sort()).toEqual(all)
  })

  it.each(calls)('says of %s what is refused, with Retry-After where waiting helps', (call) => {
    const { responses } = paths[`/${call}`].post
    for (const status of ['400', '401', '404', '409', '429', 'default']) expect(responses).toHaveProperty([status])
    for (const status of ['429', '503']) expect(responses[status]?.headers).toHaveProperty('Retry-After')
  })
})

describe('the examples', () => {
  it('are sound: asked', () => {
    for (const call of calls) requests[`${call}Request`].parse(requestExamples[call])
  })

  it('are sound: answered', () => {
    for (const word of Object.values(wordExamples)) answers.word.parse(word)
    for (const [kind, action] of Object.entries(actionExamples)) actions[kind as keyof typeof actions].parse(action)
  })

  it('show each kind of action', () => {
    const shown = Object.keys(paths['/prepare'].post.responses['200']?.content['application/json'].examples ?? {})
    for (const kind of Object.keys(actions)) expect(shown).toContain(kind)
  })
})

const fieldsIn = ({ properties = {} }: Schema, inside = ''): string[] =>
  Object.entries(properties).flatMap(([name, field]) => [inside + name, ...fieldsIn(field, `${inside}${name}.`)])

describe('the meanings', () => {
  it('tell of every field, and of no other', () => {
    const used = Object.values({ ...requests, ...answers }).flatMap((schema) => fieldsIn(schemaOf(schema)))
    expect(Object.keys(meanings.fields).sort()).toEqual([...new Set(used)].sort())
  })

  it('tell of every kind of action, every answer and every refusal', () => {
    expect(Object.keys(meanings.actions).sort()).toEqual(Object.keys(actions).sort())
    expect(Object.keys(meanings.answers)).toEqual(Object.keys(answers))
    expect(Object.keys(meanings.refusals)).toEqual(Object.keys(refusals))
  })
})

it('refuses with the same status as the example merchant', () => {
  for (const [code, { status }] of Object.entries(refusals)) {
    if (code === 'unauthenticated' || code === 'too_many_requests') continue
    expect(refusal(code as Code, '').status, code).toBe(status)
  }
})
