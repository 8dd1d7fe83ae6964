/** All that may happen next in the small world of `exploration.ts`: wires, wallet, clock, page, payer. */
import type { EventName } from '../../src/core/machine.ts'
import { begin, dispatch, noTab, type Tab, type Way, type Word, type World, withTab } from './exploration.ts'

export interface Move {
  readonly name: string
  readonly to: World
}

const fault = (world: World): World => ({ ...world, faults: world.faults - 1 })

const hearStatus = (world: World, at: number, tab: Tab, word: 'mute' | Word): World => {
  const heard = withTab(world, at, { status: 'none' })
  if (word === 'paid') return dispatch(heard, at, 'final')
  return tab.isFresh ? dispatch(heard, at, word) : heard
}

const hearPrepare = (world: World, at: number, { id, prepare: way }: Tab): World => {
  const heard = withTab(world, at, { prepare: 'none' })
  if (way === 'paid') return dispatch(heard, at, 'final')
  if (way === 'refused') return dispatch(heard, at, 'refused')
  return dispatch(heard, at, world.record?.id === id ? 'prepared' : 'mute')
}

const speak = (world: World, at: number, word: EventName): World => {
  const quiet = { ...world, sheet: noTab }
  const heard = word === 'cancelled' ? withTab(quiet, at, { cancel: 'said' }) : quiet
  return dispatch(heard, at, word)
}

const answerTo = ({ order }: World): Way => (order === 'pending' ? 'offer' : order)

const wiresOf = (world: World, at: number, tab: Tab): readonly Move[] => {
  const moves: Move[] = []
  const add = (name: string, to: World) => moves.push({ name: `tab ${at}: ${name}`, to })
  const lossy = world.faults > 0
  if (tab.prepare === 'asking') {
    add('prepare reaches the server', withTab(world, at, { prepare: answerTo(world) }))
    if (lossy) add('prepare is lost', dispatch(withTab(fault(world), at, { prepare: 'none' }), at, 'mute'))
    if (lossy) add('prepare is refused', withTab(fault(world), at, { prepare: 'refused' }))
  } else if (tab.prepare !== 'none') add(`prepare is answered ${tab.prepare}`, hearPrepare(world, at, tab))
  if (tab.status === 'asking') {
    add('status reaches the server', withTab(world, at, { status: world.order }))
    if (lossy) add('status is lost', hearStatus(fault(world), at, tab, 'mute'))
  } else if (tab.status !== 'none')
    add(`status is answered ${tab.status}`, hearStatus(world, at, tab, tab.status as Word))
  return moves
}

const walletOf = (world: World, at: number): readonly Move[] => {
  if (world.sheet !== at) return []
  const lies: readonly EventName[] = world.faults > 0 ? ['cancelled', 'spoke'] : []
  const honest: readonly EventName[] = world.order === 'paid' ? ['spoke'] : ['cancelled']
  const moves = [
    ...honest.map((word): Move => ({ name: `the wallet says ${word}`, to: speak(world, at, word) })),
    ...lies.map((word): Move => ({ name: `the wallet lies: ${word}`, to: speak(fault(world), at, word) })),
  ]
  return world.order === 'pending' ? [...moves, { name: 'the payer pays', to: { ...world, order: 'paid' } }] : moves
}

const nudgesOf = (world: World, at: number, tab: Tab): readonly Move[] => {
  const { stage } = tab.machine
  const names: EventName[] = ['deadline', ...(tab.timer ? (['due'] as const) : [])]
  const faults: readonly EventName[] = world.faults > 0 ? ['wake', 'stop'] : []
  return [
    ...names.map((name) => ({ name, to: dispatch(withTab(world, at, { timer: false }), at, name) })),
    ...faults.map((name) => ({ name, to: dispatch(fault(world), at, name) })),
    ...(stage === 'last' || stage === 'checking' ? timesOut(world, at, tab) : []),
  ]
}

/** A question that is never answered is mute in the end. */
const timesOut = (world: World, at: number, tab: Tab): readonly Move[] =>
  tab.status === 'none'
    ? []
    : [{ name: 'status times out', to: hearStatus(world, at, { ...tab, isFresh: true }, 'mute') }]

/** The page dies; opened again it takes up what the record says was with a wallet. */
const reload = (world: World, at: number): World => {
  const gone = fault({ ...world, tabs: world.tabs.map((tab, place) => (place === at ? null : tab)) })
  const free = { ...gone, sheet: gone.sheet === at ? noTab : gone.sheet }
  return free.record?.invoked && !free.record.ended ? begin(free, at, 'resume') : free
}

/** All that may happen next. */
export const movesFrom = (world: World): readonly Move[] =>
  [0, 1].flatMap((at) => {
    const tab = world.tabs[at]
    const taps = world.taps[at] ?? 0
    if (!tab || tab.told) {
      const spent = { ...world, taps: world.taps.map((count, place) => (place === at ? count - 1 : count)) }
      return taps > 0 ? [{ name: `tab ${at}: tap`, to: begin(spent, at, 'tap') }] : []
    }
    const died = world.faults > 0 ? [{ name: `tab ${at}: reload`, to: reload(world, at) }] : []
    return [...wiresOf(world, at, tab), ...walletOf(world, at), ...nudgesOf(world, at, tab), ...died]
  })
