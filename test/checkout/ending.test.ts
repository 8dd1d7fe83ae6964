/** What the caller is told at each of the four endings. */
import { describe, expect, it } from 'vitest'
import { resultOf } from '../../src/checkout/ending.ts'
import { type Code, PayError } from '../../src/core/errors.ts'
import { type Final, finalOf } from '../../src/core/final.ts'
import type { Ending } from '../../src/core/machine.ts'

const named = { payment: 'a'.repeat(32), order: 'order-1' }
const ended = { ...named, trouble: undefined }
const word = finalOf({ ...named, amount: { value: 990, currency: 'CNY' }, status: 'paid' }) as Final
const endings = ['tell', 'cancel', 'fail', 'giveUp'] as const satisfies readonly Ending[]

const troubled = (code: Code) => ({ ...named, trouble: new PayError(code, 'detail', { name: 'E', message: 'm' }) })

it.each(endings)('the server’s last word is what is told, whatever the ending (%s)', (ending) => {
  const { status, error } = resultOf(ending, { type: 'final', word }, troubled('wallet_failed'))
  expect([status, error]).toEqual(['paid', undefined])
})

it.each(endings)('without it no ending (%s) is paid', (ending) => {
  expect(resultOf(ending, { type: 'pending' }, ended).status).not.toBe('paid')
})

it('a cancel is told as cancelled, and by nothing that went wrong before', () => {
  const error = new PayError('cancelled')
  expect(resultOf('cancel', { type: 'pending' }, troubled('network'))).toEqual({ ...named, status: 'cancelled', error })
})

describe('a failure', () => {
  it('is told with what went wrong last', () => {
    const course = troubled('server_refused')
    expect(resultOf('fail', { type: 'mute' }, course)).toEqual({ ...named, status: 'failed', error: course.trouble })
  })

  it('is the network’s where nothing else is known', () => {
    expect(resultOf('fail', { type: 'mute' }, ended).error).toEqual(new PayError('network'))
  })
})

describe('what is given up is pending', () => {
  it('and says that the shop stopped it', () => {
    const { status, error } = resultOf('giveUp', { type: 'stop' }, troubled('wallet_failed'))
    expect([status, error]).toEqual(['pending', new PayError('stopped')])
  })

  it.each(['order_busy', 'action_unknown', 'wallet_failed'] as const)('and says %s as it is', (code) => {
    const course = troubled(code)
    expect(resultOf('giveUp', { type: 'pending' }, course).error).toBe(course.trouble)
  })

  it('and says of anything else that it is not confirmed, and why', () => {
    const { error } = resultOf('giveUp', { type: 'pending' }, troubled('network'))
    expect([error?.code, error?.detail, error?.cause]).toEqual(['unconfirmed', 'network', { name: 'E', message: 'm' }])
  })

  it('and says that it is not confirmed where nothing went wrong', () => {
    const { error } = resultOf('giveUp', { type: 'pending' }, ended)
    expect([error?.code, error?.detail, error?.cause]).toEqual(['unconfirmed', '', undefined])
  })
})
