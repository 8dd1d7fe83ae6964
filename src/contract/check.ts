/** The client's own check of what a server answers: it walks the data of `derived.ts`, and agrees with zod. */
import { owns } from './own.ts'

/** What a value must be. Each member is always there, so that a polluted prototype finds no gap to fill. */
export type Shape =
  | Leaf
  | readonly [is: 'optional', shape: Shape]
  | readonly [is: 'union', shapes: readonly Shape[]]
  | readonly [is: 'object', fields: Fields]

/** Lengths count code points, as JSON Schema and zod do. The names in a record are the server's own. */
type Leaf =
  | readonly [is: 'text', min: number, max: number]
  | readonly [is: 'match', pattern: RegExp]
  | readonly [is: 'enum', words: readonly unknown[]]
  | readonly [is: 'number', min: number, max: number]
  | readonly [is: 'integer', min: number, max: number]
  | readonly [is: 'record', values: Leaf]

/** By name; own properties alone count. */
type Fields = Readonly<Record<string, Shape>>

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWithin = (count: number, min: number, max: number): boolean => count >= min && count <= max

const fits = (shape: Leaf, value: unknown): boolean => {
  switch (shape[0]) {
    case 'text':
      return typeof value === 'string' && isWithin(Array.from(value).length, shape[1], shape[2])
    case 'match':
      return typeof value === 'string' && shape[1].test(value)
    case 'enum':
      return shape[1].indexOf(value) >= 0
    case 'number':
      return typeof value === 'number' && isWithin(value, shape[1], shape[2])
    case 'integer':
      return Number.isInteger(value) && isWithin(value as number, shape[1], shape[2])
    case 'record':
      return isObject(value) && Object.keys(value).every((name) => fits(shape[1], value[name]))
  }
}

const misfitIn = (fields: Fields, value: Readonly<Record<string, unknown>>, path: string): string | undefined => {
  for (const name of Object.keys(fields)) {
    const own = owns(value, name) ? value[name] : undefined
    const misfit = misfitOf(fields[name] as Shape, own, path ? `${path}.${name}` : name)
    if (misfit) return misfit
  }
  return undefined
}

const misfitOf = (shape: Shape, value: unknown, path: string): string | undefined => {
  switch (shape[0]) {
    case 'optional':
      return value === undefined ? undefined : misfitOf(shape[1], value, path)
    case 'union': {
      const misfits = shape[1].map((option) => misfitOf(option, value, path))
      return misfits.includes(undefined) ? undefined : misfits[0]
    }
    case 'object':
      return isObject(value) ? misfitIn(shape[1], value, path) : path || '.'
    default:
      return fits(shape, value) ? undefined : path || '.'
  }
}

/**
 * Undefined where `value` fits `shape`, else the path of the first field that does not: `amount.value`, or `.` for the
 * whole. The path is made of the contract's own names and never holds anything that came in. Never throws.
 * Own properties alone count. What cannot be read (a revoked proxy, a getter that throws) does not fit.
 */
export const check = (shape: Shape, value: unknown): string | undefined => {
  try {
    return misfitOf(shape, value, '')
  } catch {
    return '.'
  }
}
