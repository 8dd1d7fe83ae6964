import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { check, type Shape } from '../../src/contract/check.ts'
import { actionShapes, answerShapes } from '../../src/contract/derived.ts'
import { actions, answers } from '../../src/contract/schemas.ts'
import { schemaOf } from '../../src/contract/transcribe.ts'
import { damaged, isObject } from './damage.ts'
import { fitting } from './values.ts'

const shapes: ReadonlyMap<string, Shape> = new Map(Object.entries({ ...answerShapes, ...actionShapes }))
const schemas = Object.entries({ ...answers, ...actions })
const runsPerShape = 7_000

/** zod looks away from a field named `__proto__`, in records too: it is shown the same value under another name. */
const renamed = (value: unknown): unknown => {
  if (!isObject(value)) return value
  const fields = Object.entries(value).map(([name, field]) => [name === '__proto__' ? 'proto' : name, renamed(field)])
  return Object.fromEntries(fields)
}

/** Says how many values of each sort it has seen. */
const compare = (shape: Shape | undefined, schema: (typeof schemas)[number][1]): { fit: number; misfit: number } => {
  const seen = { fit: 0, misfit: 0 }
  const sound = fitting(schemaOf(schema))
  const agree = (value: unknown) => {
    const isFit = schema.safeParse(renamed(value)).success
    seen[isFit ? 'fit' : 'misfit'] += 1
    expect(shape && check(shape, value) === undefined).toBe(isFit)
  }
  fc.assert(fc.property(fc.oneof(sound, damaged(sound)), agree), { numRuns: runsPerShape })
  return seen
}

it('is what the generator makes of the schemas', { timeout: 20_000 }, () => {
  const derive = () => execFileSync(process.execPath, ['--import', 'tsx', 'src/contract/derive.ts', '--check'])
  expect(derive).not.toThrow()
})

it('has a shape for each schema', () => {
  expect([...shapes.keys()]).toEqual(schemas.map(([name]) => name))
})

it('agrees with zod on 100,000 values, sound and damaged', { timeout: 60_000 }, () => {
  const seen = schemas.map(([name, schema]) => ({ name, ...compare(shapes.get(name), schema) }))
  console.table(seen)
  const fit = seen.reduce((sum, shape) => sum + shape.fit, 0)
  const misfit = seen.reduce((sum, shape) => sum + shape.misfit, 0)
  const total = fit + misfit
  console.log(`${total} values, ${Math.round((fit / total) * 100)} % of them valid`)
  expect(total).toBeGreaterThanOrEqual(100_000)
  expect(Math.min(fit, misfit) / total).toBeGreaterThanOrEqual(0.2)
})
