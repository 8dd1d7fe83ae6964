/** What can be seen of a payment: one object that stays the same until something changes. */
import type { Stage } from '../core/machine.ts'
import type { Phase, State } from '../core/words.ts'
import type { Course } from './course.ts'
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

/** Listeners hear of it if anything differs. */
export const show = (course: Course, news: Partial<State>): void => {
  if (!changes(course.state, news)) return
  course.state = Object.freeze({ ...course.state, ...news })
  for (const { hear } of course.listeners) callOut(course.setup.host, hear)
}

export const subscribe = (course: Course, hear: () => void): (() => void) => {
  const entry = { hear }
  course.listeners = [...course.listeners, entry]
  return () => {
    course.listeners = course.listeners.filter((each) => each !== entry)
  }
}
