/** Values that fit a schema of the contract. */
import fc from 'fast-check'
import type { Schema } from '../../src/contract/transcribe.ts'

/** fast-check writes no lookahead: it is left out, and what it forbids is filtered away. */
const matching = (pattern: string): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(pattern.replace(/\(\?!.*?\)/g, ''))).filter((text) => new RegExp(pattern).test(text))

/** A code point of one unit, of one, of two, and half of one. */
const letters = fc.constantFrom('a', '永', '💰', '\ud83d')

const texts = ({ minLength = 0, maxLength = 64 }: Schema): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 19, arbitrary: fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 12) }) },
    { weight: 1, arbitrary: letters.map((letter) => letter.repeat(maxLength)) },
  )

const numbers = ({ type, minimum: min = 0, maximum: max = Number.MAX_VALUE }: Schema): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(min, max),
    type === 'integer' ? fc.maxSafeNat().filter((n) => n >= min) : fc.double({ min, max, noNaN: true }),
  )

const objects = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<object> => {
  const fields = Object.entries(properties).map(([name, field]): [string, fc.Arbitrary<unknown>] => [
    name,
    fitting(field),
  ])
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] })
}

export const fitting = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.pattern !== undefined) return matching(schema.pattern)
  if (schema.type === 'string') return texts(schema)
  if (schema.properties) return objects(schema)
  if (schema.additionalProperties)
    return fc.dictionary(fc.string(), fitting(schema.additionalProperties), { maxKeys: 3 })
  return numbers(schema)
}
