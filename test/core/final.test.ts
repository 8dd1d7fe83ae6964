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

it('keeps who paid and what was given back', () => {
  const final = finalOf({ ...word, status: 'paid', paidBy: 'b'.repeat(32), refunded: { value: 1 } }) as Final
  expect(told(final)).toEqual({ ...word, status: 'paid', paidBy: 'b'.repeat(32), refunded: { value: 1 } })
})
