/** Answers that no honest wallet gives. */
import fc from 'fast-check'

const trap = () => {
  throw new Error('trap')
}
const field = ['err_msg', 'errMsg', 'resultCode', 'content']
const getters = Object.fromEntries(field.map((name) => [name, { get: trap, enumerable: true }]))
const { proxy, revoke } = Proxy.revocable({}, {})
revoke()

export const hostile: readonly (readonly [name: string, answer: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a symbol', Symbol('left')],
  ['a function', () => ({ err_msg: 'get_brand_wcpay_request:ok' })],
  ['a big integer', 9000n],
  ['not a number', Number.NaN],
  ['getters that throw', Object.defineProperties({}, getters)],
  [
    'a proxy whose every trap throws',
    new Proxy({}, { get: trap, has: trap, getOwnPropertyDescriptor: trap, ownKeys: trap }),
  ],
  ['a revoked proxy', proxy],
  ['fields that cannot become text', Object.fromEntries(field.map((name) => [name, { toString: trap }]))],
  ['fields of its prototype', Object.create({ err_msg: 'x:ok', errMsg: 'x:ok', resultCode: '9000' })],
  ['a class instance', new Map([['resultCode', '9000']])],
  ['a long text', { err_msg: `${'a'.repeat(1_000_000)}:ok`, resultCode: '9'.repeat(1_000_000) }],
  ['a long text of colons', { err_msg: ':'.repeat(1_000_000), resultCode: ':' }],
]

const words = fc.constantFrom('ok', ':ok', 'x:ok', 'x:fail', 'x:cancel', '9000', '6001', 'system:access_denied', 9000)

/** Anything, and anything under the names that channels read. */
export const anyAnswer = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withDate: true, withBoxedValues: true }),
  fc.dictionary(fc.constantFrom(...field), fc.oneof(words, fc.anything())),
)
