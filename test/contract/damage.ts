/** The ways in which an answer comes damaged. */
import fc from 'fast-check'

type Wreck = (value: unknown) => unknown

const gone = Symbol('gone')

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields that the contract does not know; `__proto__` as a property of its own, as JSON.parse makes it. */
const strangers = ['extra', 'constructor', 'toString', 'hasOwnProperty', '__proto__']

const others: readonly unknown[] = [
  ...[null, undefined, true, false, [], {}, '', '0', '1', 'undefined', 'null', 'prepay_id=undefined', 'prepay_id=null'],
  ...['paid', 'PAID', 'cny', 'CNY\n', '\u0000', '\ud83d', 'paid ', '0'.repeat(32), 'F'.repeat(32), 'a'.repeat(9000)],
  ...['💰'.repeat(4096), '💰'.repeat(8192), '💰'.repeat(8193), ['paid'], { value: 1 }, { kind: 'qr' }, () => 'paid'],
  ...[0, -0, 1, -1, 0.5, 1.5, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 53 - 1, 5e-324, 1e308, 1n, Symbol('paid')],
]

const putting = (other: unknown): Wreck => {
  return () => other
}

const adding = (name: string): Wreck => {
  return (value) => (isObject(value) ? { ...value, [name]: 'paid' } : value)
}

const wrecks: readonly Wreck[] = [
  () => gone,
  (value) => [value],
  (value) => ({ value }),
  (value) => (isObject(value) ? Object.values(value) : value),
  (value) => (typeof value === 'number' ? String(value) : value),
  (value) => (typeof value === 'number' ? -value : value),
  (value) => (typeof value === 'number' ? value + 0.5 : value),
  (value) => (typeof value === 'string' ? Number(value) : value),
  (value) => (typeof value === 'string' ? `${value}💰` : value),
  (value) => (typeof value === 'string' ? value.slice(1) : value),
  (value) => (typeof value === 'string' ? value.toUpperCase() : value),
  ...strangers.map(adding),
  (value) => (isObject(value) ? { ['__proto__']: value } : value),
]

const wreckAt = (value: unknown, way: readonly number[], wreck: Wreck): unknown => {
  const names = isObject(value) ? Object.keys(value) : []
  const name = names[(way[0] ?? 0) % names.length]
  if (!isObject(value) || way.length === 0 || name === undefined) return wreck(value)
  const { [name]: field, ...rest } = value
  const wrecked = wreckAt(field, way.slice(1), wreck)
  return wrecked === gone ? rest : { ...rest, [name]: wrecked }
}

/** One or two faults, anywhere in the value; what comes out may still fit. */
export const damaged = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const wreck = fc.oneof(fc.constantFrom(...wrecks), fc.constantFrom(...others).map(putting))
  const fault = fc.record({ way: fc.array(fc.nat(12), { maxLength: 3 }), wreck })
  return fc
    .tuple(values, fc.array(fault, { minLength: 1, maxLength: 2 }))
    .map(([value, faults]) => faults.reduce((broken, { way, wreck }) => wreckAt(broken, way, wreck), value))
}
