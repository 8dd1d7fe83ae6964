import { describe, expect, it } from 'vitest'
import { parseBody, plainBody } from '../../src/host/json.ts'

const nested = (depth: number): unknown => (depth === 1 ? {} : { inner: nested(depth - 1) })
const ofLength = (length: number) => ({ text: 'x'.repeat(length - JSON.stringify({ text: '' }).length) })
const cycle = { self: {} }
cycle.self = cycle

const readers = [
  ['the text of an answer', (thing: unknown) => parseBody(JSON.stringify(thing))],
  ['what a runtime has parsed', plainBody],
] as const

describe.each(readers)('%s', (_name, read) => {
  it('is taken up to 262,144 characters', () => {
    expect(read(ofLength(262_144))).toEqual(ofLength(262_144))
    expect(read(ofLength(262_145))).toBeUndefined()
  })

  it('is taken up to 32 levels, objects and lists alike', () => {
    expect(read(nested(32))).toEqual(nested(32))
    expect(read(nested(33))).toBeUndefined()
    expect(read([nested(31), [nested(30)]])).toEqual([nested(31), [nested(30)]])
    expect(read([nested(1), nested(32)])).toBeUndefined()
  })

  it('may be any JSON', () => {
    for (const thing of [null, true, 7, 'text', [], {}]) expect(read(thing)).toEqual(thing)
  })
})

it('is none where it is no JSON', () => {
  for (const text of ['', '<html>', '{"a":', 'undefined']) expect(parseBody(text)).toBeUndefined()
})

it('is none where a runtime hands over what no JSON can say', () => {
  for (const thing of [undefined, () => 1, 7n, cycle]) expect(plainBody(thing)).toBeUndefined()
})

it('comes to an end for a text of brackets', () => {
  for (const text of ['['.repeat(262_144), '['.repeat(131_072) + ']'.repeat(131_072), '{"a":'.repeat(50_000)])
    expect(parseBody(text)).toBeUndefined()
})
