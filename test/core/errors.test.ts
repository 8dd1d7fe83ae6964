import { expect, it } from 'vitest'
import { causeOf, codes, isPayError, PayError } from '../../src/core/errors.ts'

it('says what happened, whether trying again is safe, and where to read on', () => {
  const error = new PayError('order_busy')
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({
    name: 'PayError',
    code: 'order_busy',
    retry: 'ask-first',
    docs: expect.stringMatching(/#order_busy$/),
  })
})

it('has words for every code, and says whether trying again can cost money', () => {
  for (const [code, [retry, meaning]] of Object.entries(codes)) {
    expect(['safe', 'ask-first', 'never'], code).toContain(retry)
    expect(meaning, code).toMatch(/^\S.{15,}/)
  }
})

it('names what it is about, where it is about something', () => {
  const [, meaning] = codes.network
  expect(new PayError('network', 'HTTP 500')).toMatchObject({ detail: 'HTTP 500', message: `${meaning} (HTTP 500)` })
  expect(new PayError('network')).toMatchObject({ detail: '', message: meaning })
})

it('has a cause where something lay beneath, and none otherwise', () => {
  const cause = { name: 'TypeError', message: 'Failed to fetch' }
  expect(new PayError('network', '', cause).cause).toBe(cause)
  expect(new PayError('network').cause).toBeUndefined()
})

it('carries a mark that says so, and that is not seen when it is listed', () => {
  const mark = Symbol.for('isopay.error')
  const error = new PayError('network')
  expect(Object.getOwnPropertyDescriptor(error, mark)).toMatchObject({ value: true, enumerable: false })
})

it('is known across two copies of the package, and a look-alike is not', () => {
  const copy = Object.defineProperty(new Error('x'), Symbol.for('isopay.error'), { value: true })
  expect([isPayError(new PayError('network')), isPayError(copy)]).toEqual([true, true])
  for (const thing of [new Error('x'), { code: 'network' }, null, undefined, 'network', 7])
    expect(isPayError(thing)).toBe(false)
})

it('keeps of a foreign error its name and message, without the query of a URL and without a request', () => {
  const foreign = Object.assign(new TypeError('GET https://shop.example/pay?token=t0ken failed'), {
    request: { headers: 'secret' },
  })
  const cause = causeOf(foreign)
  expect(cause).toEqual({ name: 'TypeError', message: 'GET https://shop.example/pay?… failed' })
  expect(JSON.stringify(new PayError('network', '', cause))).not.toMatch(/t0ken|secret/)
})

it('keeps 200 characters of a name, of a message and of what was thrown as a text', () => {
  const long = 'x'.repeat(300)
  const short = 'x'.repeat(200)
  expect(causeOf({ name: long, message: long })).toEqual({ name: short, message: short })
  expect(causeOf(long)).toEqual({ name: 'string', message: short })
})

it('calls what has no name an error, and says nothing for it', () => {
  expect(causeOf({})).toEqual({ name: 'Error', message: '' })
  expect(causeOf({ name: 7, message: {} })).toEqual({ name: 'Error', message: '' })
  expect(causeOf(7)).toEqual({ name: 'number', message: '7' })
  expect(causeOf(null)).toEqual({ name: 'object', message: 'null' })
})

it('takes whatever was thrown', () => {
  for (const thrown of [null, undefined, 7, 'text', {}]) expect(causeOf(thrown).name).toBeTypeOf('string')
})
