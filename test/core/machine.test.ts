import { describe, expect, it } from 'vitest'
import { type Final, finalOf } from '../../src/core/final.ts'
import {
  type Effect,
  type Event,
  type EventName,
  type Machine,
  type Stage,
  start,
  step,
  table,
} from '../../src/core/machine.ts'

const word = finalOf({
  payment: 'a'.repeat(32),
  order: 'o',
  amount: { value: 1, currency: 'CNY' },
  status: 'paid',
}) as Final

const names: readonly EventName[] = [
  'prepared',
  'refused',
  'busy',
  'stale',
  'puzzled',
  'pending',
  'mute',
  'spoke',
  'cancelled',
  'absent',
  'left',
  'detoured',
  'shown',
  'due',
  'wake',
  'deadline',
  'stop',
  'renew',
]
const events: readonly Event[] = [{ type: 'final', word }, ...names.map((type) => ({ type }))]

interface Move {
  readonly from: Machine
  readonly event: Event
  readonly to: Machine
  readonly effects: readonly Effect[]
}

/** Every move that can be made from any start, over every order of events. */
const everyMove = (): readonly Move[] => {
  const seen = new Set<string>()
  const moves: Move[] = []
  const open = [start('tap', false)[0], start('tap', true)[0], start('code', false)[0], start('resume', true)[0]]
  for (let from = open.pop(); from; from = open.pop()) {
    const key = `${from.stage} ${from.invoked}`
    if (seen.has(key)) continue
    seen.add(key)
    for (const event of events) {
      const [to, effects] = step(from, event)
      moves.push({ from, event, to, effects })
      open.push(to)
    }
  }
  return moves
}
const moves = everyMove()
const with_ = (effect: Effect) => moves.filter(({ effects }) => effects.includes(effect))

describe('the laws, over every order of events', () => {
  it('reaches every stage of the table', () => {
    const reached = new Set(moves.map(({ to }) => to.stage))
    expect([...reached].sort()).toEqual((Object.keys(table) as Stage[]).sort())
  })

  it('tells only the server’s final word', () => {
    expect(new Set(with_('tell').map(({ event }) => event.type))).toEqual(new Set(['final']))
  })

  it('fails only where nothing was invoked, and after the server was asked', () => {
    for (const { from, event } of with_('fail')) {
      expect(from).toMatchObject({ stage: 'checking', invoked: false })
      expect(['pending', 'mute']).toContain(event.type)
    }
    for (const { to, effects } of moves.filter(({ from, to }) => from.stage !== 'checking' && to.stage === 'checking'))
      expect([to.invoked, effects]).toEqual([false, ['ask']])
  })

  it('cancels only out of doubt, on the server’s word that it is unpaid', () => {
    for (const { from, event } of with_('cancel')) expect([from.stage, event.type]).toEqual(['doubting', 'pending'])
  })

  it('invokes only what was just prepared', () => {
    expect(new Set(with_('invoke').map(({ event }) => event.type))).toEqual(new Set(['prepared']))
  })

  it('ends once: a settled payment neither moves nor does anything', () => {
    for (const { from, to, effects } of moves.filter(({ from }) => from.stage === 'settled'))
      expect([to, effects]).toEqual([from, []])
  })

  it('can be stopped, and told the truth, at every stage', () => {
    for (const type of ['stop', 'final'] as const)
      for (const { from, to } of moves.filter(({ event }) => event.type === type))
        expect(to.stage, `${from.stage} on ${type}`).toBe('settled')
  })

  it('has a way on from every stage when time runs out', () => {
    for (const { from, to } of moves.filter(({ event }) => event.type === 'deadline'))
      if (!['checking', 'last', 'settled'].includes(from.stage)) expect(to.stage, from.stage).not.toBe(from.stage)
  })

  it('never forgets that a payment was invoked, unless another id is made', () => {
    for (const { event, to } of moves.filter(({ from }) => from.invoked))
      expect(to.invoked).toBe(event.type !== 'stale' || to.stage !== 'preparing')
  })
})

describe('a payment code', () => {
  const [sent, effects] = start('code', false)

  it('is sent by the start alone: no event sends it, or anything, again', () => {
    expect(effects).toEqual(['charge', 'wait'])
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

it('reads no cell from a polluted prototype', () => {
  const polluted = Object.prototype as Record<string, unknown>
  polluted.renew = { to: 'settled', effects: ['tell'] }
  try {
    const machine: Machine = { stage: 'confirming', turn: 0, invoked: true }
    expect(step(machine, { type: 'renew' })).toEqual([machine, []])
  } finally {
    delete polluted.renew
  }
})
