/** The machine’s table, held against the one that was written a second time. */
import { describe, expect, it } from 'vitest'
import { type Event, type Machine, type Stage, step } from '../../src/core/machine.ts'
import { events } from './moves.ts'
import { written } from './written.ts'

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
