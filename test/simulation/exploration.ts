/**
 * Every order of events: the real machine in two tabs, with a record, a lock, a wallet and a server that are as small as
 * they can be. A state is plain data; what may happen next is in `moves.ts`.
 */

import type { Final } from '../../src/core/final.ts'
import { type Effect, type EventName, type Machine, start, step } from '../../src/core/machine.ts'

export type Word = 'pending' | 'paid'

/** A request is on its way to the server, or an answer on its way back. */
export type Way = 'none' | 'asking' | 'offer' | 'refused' | Word

export interface Tab {
  readonly machine: Machine
  /** The payment's id, as a number. */
  readonly id: number
  /** Its record was there once: where it is gone, a twin has had the last word. */
  readonly written: boolean
  readonly prepare: Way
  readonly status: Way
  /** The question in flight was asked in this turn. */
  readonly isFresh: boolean
  readonly timer: boolean
  readonly told: '' | 'paid' | 'unpaid'
  /** The wallet's last word to this tab, and whether the server was asked since. */
  readonly cancel: 'none' | 'said' | 'asked'
}

interface Entry {
  readonly id: number
  readonly invoked: boolean
  readonly ended: boolean
}

export interface World {
  readonly tabs: readonly (Tab | null)[]
  readonly taps: readonly number[]
  readonly faults: number
  readonly order: Word
  readonly record: Entry | null
  /** Whose sheet is up: the lock is held as long as the tab waits for it. */
  readonly sheet: number
  /** The ids that were ever with the wallet. */
  readonly opened: readonly number[]
  readonly ids: number
  readonly wrong: string
}

export const noTab = -1
const still = { prepare: 'none', status: 'none', isFresh: true, timer: false, cancel: 'none' } as const
export const firstWorld: World = {
  tabs: [null, null],
  taps: [2, 2],
  faults: 3,
  order: 'pending',
  record: null,
  sheet: noTab,
  opened: [],
  ids: 0,
  wrong: '',
}

const paid = { status: 'paid' } as Final

export const withTab = (world: World, at: number, news: Partial<Tab>): World => {
  const tab = world.tabs[at]
  return tab ? { ...world, tabs: world.tabs.map((each, place) => (place === at ? { ...tab, ...news } : each)) } : world
}

const wasInvoked = ({ record }: World, { id }: Tab): boolean => record?.id === id && record.invoked

const isUntouched = ({ record }: World, { id }: Tab): boolean => record?.id === id && !record.invoked

/** The laws, at the moment of telling. */
const judge = ({ order, opened }: World, { id, cancel }: Tab, effect: Effect): string => {
  if (effect === 'tell' && order !== 'paid') return 'false paid'
  if (effect === 'fail' && opened.includes(id)) return 'false failed'
  return effect === 'cancel' && cancel !== 'asked' ? 'false cancelled' : ''
}

const recordAfter = ({ record }: World, { id, machine }: Tab, effect: Effect): Entry | null => {
  if (effect === 'tell') return record?.id === id ? null : record
  if (effect === 'giveUp' || record?.id !== id) return record
  return { id, invoked: machine.invoked || record.invoked, ended: true }
}

/** An end forgets all but whether the tab knows that the order is paid. */
const end = (world: World, at: number, tab: Tab, effect: Effect): World => {
  const told = effect === 'tell' ? 'paid' : 'unpaid'
  const over: Tab = {
    ...tab,
    ...still,
    machine: { stage: 'settled', turn: 0, invoked: false },
    id: noTab,
    written: true,
    told,
  }
  const tabs = world.tabs.map((each, place) => (place === at ? over : each))
  const wrong = world.wrong || judge(world, tab, effect)
  const sheet = world.sheet === at ? noTab : world.sheet
  return wakeOther({ ...world, tabs, sheet, wrong, record: recordAfter(world, tab, effect) }, at)
}

const wakeOther = (world: World, at: number): World => {
  const other = 1 - at
  return world.tabs[other]?.told === '' ? dispatch(world, other, 'wake') : world
}

const invoke = (world: World, at: number, tab: Tab): World => {
  const { tabs, opened } = world
  const wrong = world.wrong || (tabs.some((each) => each?.told === 'paid') ? 'invoked once paid' : '')
  if (world.sheet !== noTab) return dispatch(world, at, 'left')
  const record = { id: tab.id, invoked: true, ended: false }
  return { ...world, wrong, record, sheet: at, opened: [...new Set([...opened, tab.id])].sort() }
}

const ask = (world: World, at: number, { cancel, machine }: Tab): World => {
  const asked = cancel === 'said' && machine.stage === 'doubting' ? 'asked' : cancel
  return withTab(world, at, { status: 'asking', isFresh: true, timer: false, cancel: asked })
}

const prepare = (world: World, at: number, tab: Tab): World => {
  if (tab.prepare !== 'none') return world
  const sent = withTab(world, at, { prepare: 'asking', written: true })
  if (tab.written && world.record?.id !== tab.id) return sent
  return { ...sent, record: { id: tab.id, invoked: tab.machine.invoked || wasInvoked(world, tab), ended: false } }
}

const perform = (world: World, at: number, effect: Effect): World => {
  const tab = world.tabs[at]
  if (!tab) return world
  if (effect === 'wait') return withTab(world, at, { timer: true })
  if (effect === 'ask') return ask(world, at, tab)
  if (effect === 'prepare') return prepare(world, at, tab)
  if (effect === 'invoke') return invoke(world, at, tab)
  return end(world, at, tab, effect)
}

/** As `run.ts` does it: the record is looked at before a failure is told. */
export const dispatch = (world: World, at: number, type: EventName | 'final'): World => {
  const tab = world.tabs[at]
  if (!tab || tab.told) return world
  const { stage } = tab.machine
  const invoked = tab.machine.invoked || (stage === 'checking' && !isUntouched(world, tab))
  const [machine, effects] = step({ ...tab.machine, invoked }, type === 'final' ? { type, word: paid } : { type })
  const isFresh = machine.stage === stage && tab.isFresh
  const moved = withTab(world, at, { machine: { ...machine, turn: 0 }, isFresh })
  return effects.reduce<World>((each, effect) => perform(each, at, effect), moved)
}

export const begin = (world: World, at: number, from: 'tap' | 'resume'): World => {
  const { record, ids } = world
  const id = record?.id ?? ids
  const [machine, effects] = start(from, record?.invoked ?? false)
  const tab: Tab = { ...still, machine, id, written: record !== null, told: '' }
  const tabs = world.tabs.map((each, place) => (place === at ? tab : each))
  const begun = { ...world, tabs, ids: record ? ids : ids + 1 }
  return effects.reduce<World>((each, effect) => perform(each, at, effect), begun)
}
