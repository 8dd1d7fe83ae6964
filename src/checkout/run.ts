/** One payment on its way: feeds the machine what happens, and does what it says. It has no rules of its own. */
import { type Effect, type Ending, type Event, type Stage, start, step } from '../core/machine.ts'
import type { Payment, Result, State } from '../core/words.ts'
import { ask, drop, letGo, wait } from './asking.ts'
import { charge, longestMs } from './charging.ts'
import { close } from './closing.ts'
import { type Course, makeCourse, type Plan } from './course.ts'
import { resultOf } from './ending.ts'
import { isUntouched, write } from './keeping.ts'
import { anew, invoke, prepare } from './offering.ts'
import { callOut, type Setup } from './setup.ts'
import { endAfter, endTiming, tick } from './timing.ts'
import { phaseOf, show, subscribe } from './view.ts'

const preparingMs = 30_000
const resumedMs = 600_000

const firstDeadlineMs = ({ begin, expiresInMs }: Plan): number => {
  if (begin === 'tap') return preparingMs
  return begin === 'code' ? longestMs : Math.max(expiresInMs ?? resumedMs, 60_000)
}

const settle = (course: Course, ending: Ending, event: Event): void => {
  const { setup, order, payment } = course
  const result = resultOf(ending, event, course)
  drop(course)
  endTiming(course)
  for (const forget of course.forgets) forget()
  course.life.abort()
  if (ending === 'tell') setup.ledger.erase(order, payment)
  if (ending === 'fail' || ending === 'cancel') write(course, { ended: true })
  setup.underWay.delete(order)
  show(course, { phase: 'settled', result })
  course.settle(result)
  setup.host.announce(setup.turnOf(order))
}

const perform = (course: Course, effect: Effect, event: Event): void => {
  if (effect === 'ask') ask(course)
  else if (effect === 'wait') wait(course)
  else if (effect === 'prepare') prepare(course)
  else if (effect === 'anew') anew(course)
  else if (effect === 'invoke') invoke(course)
  else if (effect === 'charge') charge(course)
  else settle(course, effect, event)
}

const trace = ({ setup, machine, payment, order, kind, trouble }: Course, { type }: Event): void => {
  const { host, observe } = setup
  if (!observe) return
  const step = { payment, order, atMs: host.wallMs(), event: type, stage: machine.stage }
  callOut(host, () => observe({ ...step, ...(kind && { channel: kind }), ...(trouble && { code: trouble.code }) }))
}

const advance = (course: Course, event: Event): void => {
  const { machine, setup } = course
  // A twin that shares the record may have invoked it meanwhile: then this one must not call it failed.
  const invoked = machine.invoked || (machine.stage === 'checking' && !isUntouched(course))
  const [next, effects] = step({ ...machine, invoked }, event)
  course.machine = next
  if (next.turn !== machine.turn) course.stageAtMs = setup.nowMs()
  trace(course, event)
  if (next.stage !== 'settled') show(course, { phase: phaseOf(next.stage) })
  for (const effect of effects) perform(course, effect, event)
}

/** One step at a time: what an effect brings about is taken after it. */
const drive = (course: Course, event: Event): void => {
  if (course.queue) return void course.queue.push(event)
  const queue = [event]
  course.queue = queue
  try {
    for (let next = queue.shift(); next; next = queue.shift()) advance(course, next)
  } finally {
    course.queue = null
  }
}

/** Something may have happened: but a server that named a time is not asked before it. */
const wake = (course: Course): void => {
  tick(course)
  if (course.setup.nowMs() >= course.notBeforeMs) course.dispatch({ type: 'wake' })
}

const listen = (course: Course, { signal }: Plan['options']): readonly (() => void)[] => {
  const { host, turnOf } = course.setup
  const hear = () => wake(course)
  const forgets = [host.page.onWake(hear), host.page.onHide(() => letGo(course)), host.hear(turnOf(course.order), hear)]
  if (!signal) return forgets
  const stop = () => course.dispatch({ type: 'stop' })
  signal.addEventListener('abort', stop)
  return [...forgets, () => signal.removeEventListener('abort', stop)]
}

const firstState = ({ host, platform }: Setup, { order, payment, expiresInMs }: Plan, stage: Stage): State => {
  const expiresAtMs = expiresInMs === undefined ? undefined : host.wallMs() + expiresInMs
  return Object.freeze({ phase: phaseOf(stage), payment, order, platform, ...(expiresAtMs && { expiresAtMs }) })
}

/** What the caller holds. It reads the record and is never written to: a store of the shop's may freeze it, or wrap it. */
const handleOf = (course: Course, result: Promise<Result>): Payment => ({
  get id() {
    return course.payment
  },
  get state() {
    return course.state
  },
  order: course.order,
  result,
  subscribe: (listener) => subscribe(course, listener),
  stop: () => course.dispatch({ type: 'stop' }),
  renew: () => course.dispatch({ type: 'renew' }),
  close: () => close(course),
})

export const run = (setup: Setup, plan: Plan): Payment => {
  const [machine, effects] = start(plan.begin, plan.invoked)
  let settle: (result: Result) => void = () => {}
  const result = new Promise<Result>((resolve) => {
    settle = resolve
  })
  const dispatch = (event: Event) => drive(course, event)
  const course = makeCourse(setup, plan, { dispatch, machine, settle, state: firstState(setup, plan, machine.stage) })
  const payment = handleOf(course, result)
  setup.underWay.set(plan.order, payment)
  course.forgets = listen(course, plan.options)
  endAfter(course, firstDeadlineMs(plan))
  for (const effect of effects) perform(course, effect, { type: 'due' })
  if (plan.options.signal?.aborted) payment.stop()
  return payment
}
