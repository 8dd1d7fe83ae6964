import { describe, expect, it } from 'vitest'
import { alipayMiniShape, appBridgeShape, formShape, wechatBridgeShape } from '../../src/contract/action-shapes.ts'
import { check } from '../../src/contract/check.ts'
import { answerShapes } from '../../src/contract/derived.ts'
import { actions } from '../../src/contract/schemas.ts'

const id = '0123456789abcdef0123456789abcdef'
const amount = { value: 990, currency: 'CNY' }
const word = { payment: id, order: 'order-1024', amount, status: 'pending' }
const prepared = { payment: id, order: 'order-1024', amount, expiresInSeconds: 300, action: { kind: 'qr' } }
const bridge = {
  kind: 'wechat.bridge',
  appId: 'wx2421b1c4370ec43b',
  timeStamp: '1554208460',
  nonceStr: '593BEC0C930BF1AFEB40B4A08C8FB242',
  package: 'prepay_id=wx201410272009395522657a690389285100',
  signType: 'RSA',
  paySign: 'oR9d8PuhnIc+YZ8cBHFCwfgpaK9gd7vaRvkYD7rthRAZ',
}
const app = { kind: 'app.bridge', wallet: 'alipay', params: { sign: 'x' } }

describe('the path of the first field that does not fit', () => {
  it.each([
    ['a template bug in the server', wechatBridgeShape, { ...bridge, package: 'prepay_id=undefined' }, 'package'],
    ['a number for a string', wechatBridgeShape, { ...bridge, timeStamp: 1554208460 }, 'timeStamp'],
    [
      'another letter case',
      wechatBridgeShape,
      { ...bridge, timeStamp: undefined, timestamp: '1554208460' },
      'timeStamp',
    ],
    ['the first of several', answerShapes.word, { ...word, status: 'PAID', order: '' }, 'order'],
    ['a field inside another', answerShapes.word, { ...word, amount: { ...amount, value: '990' } }, 'amount.value'],
    ['null for an object', answerShapes.word, { ...word, amount: null }, 'amount'],
    ['an optional field', answerShapes.word, { ...word, refunded: {} }, 'refunded.value'],
    ['the first way, where no way fits', alipayMiniShape, { kind: 'alipay.mini' }, 'tradeNO'],
    ['the whole', answerShapes.word, [word], '.'],
    ['an action without a kind', answerShapes.prepared, { ...prepared, action: {} }, 'action.kind'],
  ])('%s', (_, shape, value, path) => {
    expect(check(shape, value)).toBe(path)
  })

  it('holds no name that came in', () => {
    const form = { kind: 'form', url: 'https://pay.example', fields: { 'a secret': 1 } }
    expect(check(formShape, form)).toBe('fields')
  })
})

describe('measures', () => {
  const named = (order: string) => check(answerShapes.word, { ...word, order })
  const later = (retryAfterSeconds: unknown) => check(answerShapes.word, { ...word, retryAfterSeconds })
  const worth = (value: unknown) => check(answerShapes.word, { ...word, amount: { ...amount, value } })
  const withFields = (fields: unknown) => check(formShape, { kind: 'form', url: 'https://pay.example', fields })

  it('of a text are met at both ends, and not beyond them', () => {
    expect([named('x'), named('x'.repeat(128))]).toEqual([undefined, undefined])
    expect([named(''), named('x'.repeat(129))]).toEqual(['order', 'order'])
  })

  it('of a number leave room for fractions, and none for what is no number', () => {
    expect([0, 1.5].map(later)).toEqual([undefined, undefined])
    for (const thing of [-1, '5', null, Number.NaN, [5]]) expect(later(thing)).toBe('retryAfterSeconds')
  })

  it('of a whole number leave none for fractions', () => {
    expect([1, 990].map(worth)).toEqual([undefined, undefined])
    for (const thing of [0, 9.9, '990', null, 1e300]) expect(worth(thing)).toBe('amount.value')
  })

  it('of a record hold for each of its values', () => {
    expect([{}, { a: 'x', b: 'y' }].map(withFields)).toEqual([undefined, undefined])
    for (const fields of [{ a: 'x', b: 1 }, { a: 1, b: 'x' }, [], 'a']) expect(withFields(fields)).toBe('fields')
  })

  it('of a whole have a dot for a path', () => {
    expect(check(['text', 1, 2], 7)).toBe('.')
  })
})

describe('a name that JSON.parse makes of __proto__', () => {
  it('gives no field to what holds it', () => {
    expect(check(answerShapes.word, JSON.parse(`{ "__proto__": ${JSON.stringify(word)} }`))).toBe('payment')
  })

  it('must have a fitting value in a record, though zod looks away', () => {
    const form = JSON.parse('{ "kind": "form", "url": "https://pay.example", "fields": { "__proto__": {} } }')
    expect(actions.form.safeParse(form).success).toBe(true)
    expect(check(formShape, form)).toBe('fields')
  })
})

describe('on a page that changed Object.prototype', () => {
  const shared = Object.prototype as unknown as Record<string, unknown>
  const foreign = { 0: 'optional', 1: [], 2: 0, get: () => 1, set: () => 1, index: 0, hasOwnProperty: () => true }
  const sound = { ...word, ...prepared, ...bridge, nonce: id, paidBy: 7, title: 7 }

  const polluted = <T>(work: () => T): T => {
    const before = Object.getOwnPropertyDescriptors(shared)
    try {
      Object.assign(shared, foreign, sound)
      return work()
    } finally {
      for (const name of Object.keys(shared)) delete shared[name]
      Object.defineProperties(shared, before)
    }
  }

  it('no field is taken from it', () => {
    const paths = polluted(() => [check(answerShapes.word, {}), check(wechatBridgeShape, {})])
    expect(paths).toEqual(['payment', 'appId'])
  })

  it('an optional field that is left out stays out', () => {
    expect(polluted(() => check(answerShapes.word, word))).toBeUndefined()
  })

  it('what fits still fits', () => {
    expect(polluted(() => check(answerShapes.prepared, prepared))).toBeUndefined()
    expect(polluted(() => check(wechatBridgeShape, bridge))).toBeUndefined()
    expect(polluted(() => check(appBridgeShape, app))).toBeUndefined()
  })
})

describe('whatever comes in', () => {
  it('what cannot be read does not fit', () => {
    const { proxy, revoke } = Proxy.revocable(word, {})
    revoke()
    expect(check(answerShapes.word, proxy)).toBe('.')
  })
})
