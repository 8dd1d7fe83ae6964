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
import { written } from './written.ts'

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
/** Made in a test and not beside them: a machine that throws must fail one. */
const made: Move[] = []
const moves = (): readonly Move[] => {
  if (made.length === 0) made.push(...everyMove())
  return made
}
const with_ = (effect: Effect) => moves().filter(({ effects }) => effects.includes(effect))

describe('the laws, over every order of events', () => {
  it('reaches every stage of the table', () => {
    const reached = new Set(moves().map(({ to }) => to.stage))
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
    for (const { to, effects } of moves().filter(
      ({ from, to }) => from.stage !== 'checking' && to.stage === 'checking',
    ))
      expect([to.invoked, effects]).toEqual([false, ['ask']])
  })

  it('cancels only out of doubt, on the server’s word that it is unpaid', () => {
    for (const { from, event } of with_('cancel')) expect([from.stage, event.type]).toEqual(['doubting', 'pending'])
  })

  it('invokes only what was just prepared', () => {
    expect(new Set(with_('invoke').map(({ event }) => event.type))).toEqual(new Set(['prepared']))
  })

  it('ends once: a settled payment neither moves nor does anything', () => {
    for (const { from, to, effects } of moves().filter(({ from }) => from.stage === 'settled'))
      expect([to, effects]).toEqual([from, []])
  })

  it('can be stopped, and told the truth, at every stage', () => {
    for (const type of ['stop', 'final'] as const)
      for (const { from, to } of moves().filter(({ event }) => event.type === type))
        expect(to.stage, `${from.stage} on ${type}`).toBe('settled')
  })

  it('has a way on from every stage when time runs out', () => {
    for (const { from, to } of moves().filter(({ event }) => event.type === 'deadline'))
      if (!['checking', 'last', 'settled'].includes(from.stage)) expect(to.stage, from.stage).not.toBe(from.stage)
  })

  it('never forgets that a payment was invoked, unless another id is made', () => {
    for (const { event, to } of moves().filter(({ from }) => from.invoked))
      expect(to.invoked).toBe(event.type !== 'stale' || to.stage !== 'preparing')
  })
})

describe('the table, cell by cell', () => {
  const cells = written.trim().split('\n')
  const ends = ['final → settled: tell', 'stop → settled: giveUp']
  const stages = ['preparing', 'invoking', 'showing', 'away', 'confirming', 'doubting', 'detour', 'checking', 'last']
  const lines = [...cells, ...stages.flatMap((stage) => ends.map((end) => `${stage} | ${end}`))]

  const told = (stage: Stage, before: boolean, event: Event): string => {
    const [to, effects] = step({ stage, turn: 0, invoked: before }, event)
    const doing = effects.length > 0 ? `: ${effects.join(', ')}` : ''
    return `${stage}${before ? '*' : ''} | ${event.type} → ${to.stage === stage ? 'same' : to.stage}${doing}`
  }

  it('moves as it is written', () => {
    const first = stages.flatMap((stage) => events.map((event) => told(stage as Stage, false, event)))
    expect(first.filter((line) => !line.endsWith('→ same')).sort()).toEqual(
      lines.filter((line) => !line.includes('*')).sort(),
    )
  })

  it('moves otherwise where a wallet was handed the payment before, in the cells that say so', () => {
    const again = stages.flatMap((stage) => events.map((event) => told(stage as Stage, true, event)))
    const starred = lines.filter((line) => line.includes('*'))
    const overruled = starred.map((line) => line.split(' →')[0]?.replace('*', ''))
    const others = lines.filter((line) => !line.includes('*') && !overruled.includes(line.split(' →')[0]))
    const expected = [...starred, ...others.map((line) => line.replace(' |', '* |'))]
    expect(again.filter((line) => !line.endsWith('→ same')).sort()).toEqual(expected.sort())
  })
})

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
