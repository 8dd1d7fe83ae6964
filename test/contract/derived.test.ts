import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { check, type Shape } from '../../src/contract/check.ts'
import { answerShapes } from '../../src/contract/derived.ts'
import { owns } from '../../src/contract/own.ts'
import { actions, answers } from '../../src/contract/schemas.ts'
import { schemaOf } from '../../src/contract/transcribe.ts'
import type { Channel } from '../../src/core/ports.ts'
import { findChannels } from '../channels/found.ts'
import { damaged, isObject } from './damage.ts'
import { fitting } from './values.ts'

type Fits = (value: unknown) => boolean

const heldAgainst =
  (shape: Shape): Fits =>
  (value) =>
    check(shape, value) === undefined
/** An action finds its channel by its `kind`, and is held against that channel's shape. */
const carriedOut =
  ({ kind, shape }: Channel): Fits =>
  (value) =>
    isObject(value) && owns(value, 'kind') && value.kind === kind && heldAgainst(shape)(value)

const checks: ReadonlyMap<string, Fits> = new Map([
  ...Object.entries(answerShapes).map(([name, shape]) => [name, heldAgainst(shape)] as const),
  ...(await findChannels()).map((channel) => [channel.kind, carriedOut(channel)] as const),
])
const schemas = Object.entries({ ...answers, ...actions })
const runsPerSchema = 7_000

/** zod looks away from a field named `__proto__`, in records too: it is shown the same value under another name. */
const renamed = (value: unknown): unknown => {
  if (!isObject(value)) return value
  const fields = Object.entries(value).map(([name, field]) => [name === '__proto__' ? 'proto' : name, renamed(field)])
  return Object.fromEntries(fields)
}

/** Says how many values of each sort it has seen. */
const compare = (fits: Fits | undefined, schema: (typeof schemas)[number][1]): { fit: number; misfit: number } => {
  const seen = { fit: 0, misfit: 0 }
  const sound = fitting(schemaOf(schema))
  const agree = (value: unknown) => {
    const isFit = schema.safeParse(renamed(value)).success
    seen[isFit ? 'fit' : 'misfit'] += 1
    expect(fits?.(value)).toBe(isFit)
  }
  fc.assert(fc.property(fc.oneof(sound, damaged(sound)), agree), { numRuns: runsPerSchema })
  return seen
}

it('is what the generator makes of the schemas', { timeout: 20_000 }, () => {
  const derive = () => execFileSync(process.execPath, ['--import', 'tsx', 'src/contract/derive.ts', '--check'])
  expect(derive).not.toThrow()
})

it('has a shape for each schema, and a channel for each action', () => {
  expect([...checks.keys()].sort()).toEqual(schemas.map(([name]) => name).sort())
})

it('agrees with zod on 100,000 values, sound and damaged', { timeout: 60_000 }, () => {
  const seen = schemas.map(([name, schema]) => ({ name, ...compare(checks.get(name), schema) }))
  console.table(seen)
  const fit = seen.reduce((sum, shape) => sum + shape.fit, 0)
  const misfit = seen.reduce((sum, shape) => sum + shape.misfit, 0)
  const total = fit + misfit
  console.log(`${total} values, ${Math.round((fit / total) * 100)} % of them valid`)
  expect(total).toBeGreaterThanOrEqual(100_000)
  expect(Math.min(fit, misfit) / total).toBeGreaterThanOrEqual(0.2)
})
