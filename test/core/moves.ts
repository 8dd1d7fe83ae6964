/** Every move that the machine can make from any start, over every order of events. */
import { type Final, finalOf } from '../../src/core/final.ts'
import { type Effect, type Event, type EventName, type Machine, start, step } from '../../src/core/machine.ts'

export const word = finalOf({
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
export const events: readonly Event[] = [{ type: 'final', word }, ...names.map((type) => ({ type }))]

interface Move {
  readonly from: Machine
  readonly event: Event
  readonly to: Machine
  readonly effects: readonly Effect[]
}

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
export const moves = (): readonly Move[] => {
  if (made.length === 0) made.push(...everyMove())
  return made
}

/** The moves that have this effect. */
export const with_ = (effect: Effect) => moves().filter(({ effects }) => effects.includes(effect))
