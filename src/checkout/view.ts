/** What can be seen of a payment: one object that stays the same until something changes. */
import type { Stage } from '../core/machine.ts'
import type { Host } from '../core/ports.ts'
import type { Phase, State } from '../core/words.ts'
import { callOut } from './setup.ts'

const phases: Readonly<Record<Stage, Phase>> = {
  preparing: 'preparing',
  invoking: 'invoking',
  showing: 'showing',
  away: 'away',
  detour: 'away',
  confirming: 'confirming',
  doubting: 'confirming',
  checking: 'confirming',
  last: 'confirming',
  settled: 'settled',
}

export const phaseOf = (stage: Stage): Phase => phases[stage]

const changes = (state: State, news: Partial<State>): boolean =>
  (Object.keys(news) as (keyof State)[]).some((key) => state[key] !== news[key])

export interface View {
  readonly state: () => State
  /** Listeners hear of it if anything differs. */
  readonly show: (news: Partial<State>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export const makeView = (host: Host, first: State): View => {
  const listeners = new Set<{ readonly hear: () => void }>()
  let state: State = Object.freeze({ ...first })

  const show = (news: Partial<State>) => {
    if (!changes(state, news)) return
    state = Object.freeze({ ...state, ...news })
    for (const { hear } of [...listeners]) callOut(host, hear)
  }

  const subscribe = (listener: () => void) => {
    const entry = { hear: listener }
    listeners.add(entry)
    return () => void listeners.delete(entry)
  }

  return { state: () => state, show, subscribe }
}
