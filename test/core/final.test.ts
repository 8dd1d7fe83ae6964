import { expect, expectTypeOf, it } from 'vitest'
import { PayError } from '../../src/core/errors.ts'
import { type Final, finalOf, told, untold } from '../../src/core/final.ts'
import type { Claim, Result, Status } from '../../src/core/words.ts'

const word = { payment: 'a'.repeat(32), order: 'o', amount: { value: 1, currency: 'CNY' } }

it('makes paid out of a status answer alone: a claim does not compile into it', () => {
  const claim: Claim = { is: 'claimed' }
  // @ts-expect-error a claim is not the server's word
  expect(() => told(claim)).toBeTypeOf('function')
  // @ts-expect-error nor is an object that looks like it
  expect(() => told({ ...word, status: 'paid' })).toBeTypeOf('function')
  // @ts-expect-error nor can a result without the server's word be paid
  expect(() => untold('paid', word, new PayError('stopped'))).toBeTypeOf('function')
  expectTypeOf(told).parameter(0).toEqualTypeOf<Final>()
  expectTypeOf<Extract<Claim['is'], Status>>().toEqualTypeOf<'cancelled' | 'failed'>()
  expectTypeOf<Result['status']>().toEqualTypeOf<Status>()
})

it('is not final while it is pending', () => {
  expect(finalOf({ ...word, status: 'pending' })).toBeUndefined()
})

it.each(['paid', 'closed', 'failed', 'refunded'] as const)('is final where it is %s', (status) => {
  const said = { ...word, status }
  expect(finalOf(said)).toBe(said)
})

it('is paid by the word paid alone, without an error', () => {
  expect(told(finalOf({ ...word, status: 'paid' }) as Final)).toStrictEqual({ ...word, status: 'paid' })
})

it.each([
  ['closed', 'closed'],
  ['failed', 'failed'],
  ['refunded', 'closed'],
] as const)('%s is told as %s, with an error that says which it was', (status, result) => {
  const told_ = told(finalOf({ ...word, status }) as Final)
  expect(told_).toStrictEqual({ ...word, status: result, error: new PayError(status) })
  expect(told_.error?.code).toBe(status)
})

it('has a result without the server’s word, which names payment and order alone', () => {
  const error = new PayError('stopped')
  expect(untold('pending', word, error)).toStrictEqual({ status: 'pending', payment: word.payment, order: 'o', error })
})

it('keeps who paid and what was given back', () => {
  const final = finalOf({ ...word, status: 'paid', paidBy: 'b'.repeat(32), refunded: { value: 1 } }) as Final
  expect(told(final)).toStrictEqual({ ...word, status: 'paid', paidBy: 'b'.repeat(32), refunded: { value: 1 } })
})
