/**
 * What a payment does next: a table, and the one function that reads it.
 *
 * Laws 1 and 3 can be read off the table: only `final` (the server's last word) leads to `tell`; `fail` comes only out of
 * `checking`, which is reached only where nothing was invoked, and only after the server was asked once more.
 * A cell that is not written changes nothing, so that late and double signals are harmless.
 */
import { owns } from '../contract/own.ts'
import type { Final } from './final.ts'

/** Finer than the public phases: `checking`, `doubting` and `last` show as `confirming`, `detour` as `away`. */
export type Stage =
  | 'preparing'
  | 'invoking'
  | 'showing'
  | 'away'
  | 'confirming'
  | 'doubting'
  | 'detour'
  | 'checking'
  | 'last'
  | 'settled'

/**
 * - from *prepare*: `prepared`, `refused`, `busy` (another payment of the order is unresolved), `stale` (this id ended
 *   before: another is made), `puzzled` (an action that this client does not know)
 * - from *status*: `final`, `pending`, `mute` (no usable answer)
 * - from the channel: `spoke` (claimed, unknown or failed: all mean *ask*), `cancelled`, `absent`, `left`, `detoured`, `shown`
 * - from the clock, the page and the caller: `due`, `wake`, `deadline`, `stop`, `renew`
 */
export type EventName =
  | 'prepared'
  | 'refused'
  | 'busy'
  | 'stale'
  | 'puzzled'
  | 'pending'
  | 'mute'
  | 'spoke'
  | 'cancelled'
  | 'absent'
  | 'left'
  | 'detoured'
  | 'shown'
  | 'due'
  | 'wake'
  | 'deadline'
  | 'stop'
  | 'renew'

/** `turn` is the machine's turn when an answer was asked for; a pending or mute answer to an earlier turn is dropped. */
export type Event =
  | { readonly type: 'final'; readonly word: Final }
  | { readonly type: EventName; readonly turn?: number }

/**
 * `anew` makes another payment id; `invoke` and `charge` write the record first; `charge` sends a payment code on, once;
 * `tell`, `fail`, `cancel` and `giveUp` are the four endings.
 */
export type Effect = 'prepare' | 'anew' | 'invoke' | 'charge' | 'ask' | 'wait' | Ending
export type Ending = 'tell' | 'fail' | 'cancel' | 'giveUp'

export interface Machine {
  readonly stage: Stage
  /** Counts the changes of stage. */
  readonly turn: number
  /** Whether this payment was ever handed to a wallet, here or by its record. */
  readonly invoked: boolean
}

interface Cell {
  readonly to: Stage | 'same'
  readonly effects: readonly Effect[]
}
export type Row = { readonly [name in EventName | 'final']?: Cell }

const go = (to: Stage, ...effects: Effect[]): Cell => ({ to, effects })
const stay = (...effects: Effect[]): Cell => ({ to: 'same', effects })

const ends: Row = { final: go('settled', 'tell'), stop: go('settled', 'giveUp') }
const live: Row = { ...ends, deadline: go('last', 'ask') }
const looking: Row = { ...live, due: stay('ask'), wake: stay('ask'), pending: stay('wait'), mute: stay('wait') }

export const table: Readonly<Record<Stage, Row>> = {
  preparing: {
    ...ends,
    prepared: go('invoking', 'invoke', 'wait'),
    refused: go('checking', 'ask'),
    busy: go('confirming', 'wait'),
    stale: stay('anew', 'prepare'),
    puzzled: go('last', 'ask'),
    mute: stay('wait'),
    due: stay('prepare'),
    wake: stay('prepare'),
    deadline: go('checking', 'ask'),
  },
  invoking: {
    ...looking,
    spoke: go('confirming', 'ask'),
    cancelled: go('doubting', 'wait'),
    absent: go('checking', 'ask'),
    left: go('away', 'wait'),
    detoured: go('detour'),
    shown: go('showing', 'wait'),
    // Of a payment code: the server said no before anything was charged.
    refused: go('checking', 'ask'),
  },
  showing: { ...looking, renew: stay('prepare'), prepared: stay('invoke'), shown: stay('wait') },
  away: { ...looking, wake: go('confirming', 'ask') },
  confirming: looking,
  doubting: { ...live, due: stay('ask'), pending: go('settled', 'cancel'), mute: stay('wait') },
  detour: { ...ends, wake: go('checking', 'ask'), deadline: go('checking', 'ask') },
  checking: { ...ends, pending: go('settled', 'fail'), mute: go('settled', 'fail') },
  last: { ...ends, pending: go('settled', 'giveUp'), mute: go('settled', 'giveUp') },
  settled: {},
}

/** Where a payment was invoked before, money may be on its way: nothing may lead to `checking`, and so to `fail`. */
export const onceInvoked: { readonly [stage in Stage]?: Row } = {
  preparing: { refused: go('confirming', 'ask'), deadline: go('last', 'ask') },
  invoking: { absent: go('confirming', 'ask'), refused: go('confirming', 'ask') },
  detour: { wake: go('confirming', 'ask'), deadline: go('last', 'ask') },
  checking: { pending: go('settled', 'giveUp'), mute: go('settled', 'giveUp') },
}

const handsOver: readonly string[] = ['spoke', 'cancelled', 'left', 'shown']

const has = (row: Row | undefined, name: EventName | 'final'): row is Row => row !== undefined && owns(row, name)

const cellFor = ({ stage, invoked }: Machine, name: EventName | 'final'): Cell | undefined => {
  const before = onceInvoked[stage]
  if (invoked && has(before, name)) return before[name]
  const row = table[stage]
  return has(row, name) ? row[name] : undefined
}

const wasInvoked = ({ invoked }: Machine, name: EventName | 'final'): boolean =>
  name !== 'stale' && (invoked || handsOver.includes(name))

const isLate = (machine: Machine, event: Event): boolean =>
  (event.type === 'pending' || event.type === 'mute') && event.turn !== undefined && event.turn !== machine.turn

/** One move: the machine after `event`, and what to do, in order. Pure. */
export const step = (machine: Machine, event: Event): readonly [Machine, readonly Effect[]] => {
  if (isLate(machine, event)) return [machine, []]
  const cell = cellFor(machine, event.type)
  if (!cell) return [machine, []]
  const stage = cell.to === 'same' ? machine.stage : cell.to
  const turn = stage === machine.stage ? machine.turn : machine.turn + 1
  return [{ stage, turn, invoked: wasInvoked(machine, event.type) }, cell.effects]
}

export type Start = 'tap' | 'code' | 'resume'

/**
 * Where a payment begins: with a tap (again, where its record says it was invoked), by taking up what was under way, or
 * with a payment code, whose *prepare* is the invocation: a lost answer to it is `spoke`, never a failure.
 */
export const start = (from: Start, invoked: boolean): readonly [Machine, readonly Effect[]] => {
  if (from === 'tap') return [{ stage: 'preparing', turn: 0, invoked }, ['prepare']]
  if (from === 'code') return [{ stage: 'invoking', turn: 0, invoked: false }, ['charge', 'wait']]
  return [{ stage: 'confirming', turn: 0, invoked: true }, ['ask']]
}
