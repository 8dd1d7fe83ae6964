/** Answers that no honest wallet gives. */

const trap = () => {
  throw new Error('trap')
}

/** Fields by which wallets answer. */
export const answerFields = ['err_msg', 'errMsg', 'resultCode', 'content']

const getters = Object.fromEntries(answerFields.map((name) => [name, { get: trap, enumerable: true }]))

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

/** Each is to be taken for `unknown`. */
export const hostile: readonly (readonly [name: string, answer: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a symbol', Symbol('left')],
  ['a function', () => ({ err_msg: 'get_brand_wcpay_request:ok' })],
  ['a big integer', BigInt(9000)],
  ['not a number', Number.NaN],
  ['getters that throw', Object.defineProperties({}, getters)],
  [
    'a proxy whose every trap throws',
    new Proxy({}, { get: trap, has: trap, getOwnPropertyDescriptor: trap, ownKeys: trap }),
  ],
  ['a revoked proxy', revoked()],
  ['fields that cannot become text', Object.fromEntries(answerFields.map((name) => [name, { toString: trap }]))],
  ['fields of its prototype', Object.create({ err_msg: 'x:ok', errMsg: 'x:ok', resultCode: '9000' })],
  ['a class instance', new Map([['resultCode', '9000']])],
  ['a long text', { err_msg: `${'a'.repeat(1_000_000)}:ok`, resultCode: '9'.repeat(1_000_000) }],
  ['a long text of colons', { err_msg: ':'.repeat(1_000_000), resultCode: ':' }],
]
