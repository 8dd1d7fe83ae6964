import { expect, it } from 'vitest'
import { causeOf, isPayError, PayError } from '../../src/core/errors.ts'

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

it('is known across two copies of the package, and a look-alike is not', () => {
  const copy = Object.defineProperty(new Error('x'), Symbol.for('isopay.error'), { value: true })
  expect([isPayError(new PayError('network')), isPayError(copy)]).toEqual([true, true])
  for (const thing of [new Error('x'), { code: 'network' }, null, 'network']) expect(isPayError(thing)).toBe(false)
})

it('keeps of a foreign error its name and message, without the query of a URL and without a request', () => {
  const foreign = Object.assign(new TypeError('GET https://shop.example/pay?token=t0ken failed'), {
    request: { headers: 'secret' },
  })
  const cause = causeOf(foreign)
  expect(cause).toEqual({ name: 'TypeError', message: 'GET https://shop.example/pay?… failed' })
  expect(JSON.stringify(new PayError('network', '', cause))).not.toMatch(/t0ken|secret/)
})

it('takes whatever was thrown', () => {
  for (const thrown of [null, undefined, 7, 'text', {}]) expect(causeOf(thrown).name).toBeTypeOf('string')
})
