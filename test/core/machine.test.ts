/** Single steps: how a payment begins, what a turn is, and what the machine knows of the wallet. */
import { describe, expect, it } from 'vitest'
import { type Event, type Machine, start, step } from '../../src/core/machine.ts'
import { events, with_, word } from './moves.ts'

describe('a beginning', () => {
  it('is a question for an action after a tap, whether or not a wallet had the payment before', () => {
    expect(start('tap', false)).toEqual([{ stage: 'preparing', turn: 0, invoked: false }, ['prepare']])
    expect(start('tap', true)).toEqual([{ stage: 'preparing', turn: 0, invoked: true }, ['prepare']])
  })

  it('is a look where a payment is taken up, which a wallet may have', () => {
    expect(start('resume', false)).toEqual([{ stage: 'confirming', turn: 0, invoked: true }, ['ask']])
  })
})

describe('a turn', () => {
  const confirming: Machine = { stage: 'confirming', turn: 4, invoked: true }

  it('is over when the stage changes, and goes on while it does not', () => {
    expect(step(confirming, { type: 'deadline' })[0]).toEqual({ stage: 'last', turn: 5, invoked: true })
    expect(step(confirming, { type: 'due' })[0]).toEqual(confirming)
  })

  it('is asked of answers alone: the clock and the page need not know it', () => {
    expect(step(confirming, { type: 'due', turn: 3 })[1]).toEqual(['ask'])
    expect(step(confirming, { type: 'mute', turn: 3 })[1]).toEqual([])
    expect(step(confirming, { type: 'mute' })[1]).toEqual(['wait'])
  })
})

describe('a payment that a wallet was handed', () => {
  it.each(['spoke', 'cancelled', 'left', 'shown'] as const)('is known by %s', (type) => {
    expect(step({ stage: 'invoking', turn: 0, invoked: false }, { type })[0].invoked).toBe(true)
  })

  it.each(['due', 'wake', 'pending', 'mute', 'absent', 'detoured', 'deadline', 'refused'] as const)(
    'is not known by %s',
    (type) => {
      expect(step({ stage: 'invoking', turn: 0, invoked: false }, { type })[0].invoked).toBe(false)
    },
  )

  it('is none any more under another id', () => {
    expect(step({ stage: 'preparing', turn: 0, invoked: true }, { type: 'stale' })[0].invoked).toBe(false)
  })
})

describe('a payment code', () => {
  const sent: Machine = { stage: 'invoking', turn: 0, invoked: false }

  it('is sent by the start alone: no event sends it, or anything, again', () => {
    expect(start('code', false)).toEqual([sent, ['charge', 'wait']])
    expect(with_('charge')).toEqual([])
    for (const { type } of events) expect(step(sent, { type } as Event)[1]).not.toContain('prepare')
  })

  it('is asked about when the answer was lost, and never failed after that', () => {
    const [machine, next] = step(sent, { type: 'spoke' })
    expect([machine.stage, machine.invoked, next]).toEqual(['confirming', true, ['ask']])
    expect(step(machine, { type: 'refused' })).toEqual([machine, []])
  })

  it('fails where the server refused it before anything was charged, once it was asked', () => {
    const [machine, next] = step(sent, { type: 'refused' })
    expect([machine.stage, next]).toEqual(['checking', ['ask']])
    expect(step(machine, { type: 'pending' })[1]).toEqual(['fail'])
  })
})

describe('an answer that was asked for in an earlier turn', () => {
  const doubting: Machine = { stage: 'doubting', turn: 3, invoked: true }

  it('counts for nothing while it is pending', () => {
    expect(step(doubting, { type: 'pending', turn: 2 })).toEqual([doubting, []])
    expect(step(doubting, { type: 'pending', turn: 3 })[1]).toEqual(['cancel'])
  })

  it('counts when it is final', () => {
    expect(step(doubting, { type: 'final', word })[1]).toEqual(['tell'])
  })
})
