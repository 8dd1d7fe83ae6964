/** One payment on its way: feeds the machine what happens, and does what it says. It has no rules of its own. */
import { makeAbort } from '../core/abort.ts'
import { type Effect, type Ending, type Event, start, step } from '../core/machine.ts'
import type { Payment, Result } from '../core/words.ts'
import { makeAsking } from './asking.ts'
import { longestMs, makeCharging } from './charging.ts'
import { makeClose } from './closing.ts'
import { type Course, makeCourse, type Plan, resultOf } from './course.ts'
import { makeDeadline } from './deadline.ts'
import { makeKeeping } from './keeping.ts'
import { makeOffering, type Wheel } from './offering.ts'
import { callOut, type Setup } from './setup.ts'
import { startStopwatch } from './stopwatch.ts'
import { makeView, phaseOf } from './view.ts'

const preparingMs = 30_000
const resumedMs = 600_000

const firstDeadlineMs = ({ begin, expiresInMs }: Plan): number => {
  if (begin === 'tap') return preparingMs
  return begin === 'code' ? longestMs : Math.max(expiresInMs ?? resumedMs, 60_000)
}

export const run = (setup: Setup, plan: Plan): Payment => {
  const { host, ledger } = setup
  const { order } = plan
  const course: Course = makeCourse(plan, host.wallMs())
  const life = makeAbort()
  const queue: Event[] = []
  let [machine, effects] = start(plan.begin, plan.invoked)
  let stageMs = startStopwatch(host)
  let resolve: (result: Result) => void = () => {}
  const result = new Promise<Result>((settle) => {
    resolve = settle
  })

  const view = makeView(host, {
    phase: phaseOf(machine.stage),
    payment: course.payment,
    order,
    platform: setup.platform,
    ...(course.expiresAtMs && { expiresAtMs: course.expiresAtMs }),
  })

  const asking = makeAsking(setup, {
    asked: () => ({ payment: course.payment, order, amount: course.amount }),
    machine: () => machine,
    elapsedMs: () => stageMs(),
    dispatch: (event) => dispatch(event),
    note: ({ word, trouble }) => {
      if (trouble) course.trouble = trouble
      if (word) view.show({ amount: word.amount, ...(word.phase !== undefined && { hint: word.phase }) })
    },
  })
  const deadline = makeDeadline(host, setup.deadlineMs ?? Number.POSITIVE_INFINITY, () =>
    dispatch({ type: 'deadline' }),
  )
  const keeping = makeKeeping(setup, course, () => machine)
  const wheel: Wheel = {
    view,
    keeping,
    asking,
    deadline,
    life: life.signal,
    machine: () => machine,
    dispatch: (event) => dispatch(event),
  }
  const offering = makeOffering(setup, course, wheel)
  const charge = makeCharging(setup, course, wheel, offering.accept)

  const wake = () => {
    deadline.check()
    dispatch({ type: 'wake' })
  }
  const stop = () => dispatch({ type: 'stop' })
  const listening = [host.page.onWake(wake), host.page.onHide(asking.letGo), host.hear(setup.turnOf(order), wake)]

  const settle = (ending: Ending, event: Event) => {
    const settled = resultOf(ending, event, course)
    asking.end()
    deadline.end()
    for (const forget of listening) forget()
    life.abort()
    if (ending === 'tell') ledger.erase(order, course.payment)
    if (ending === 'fail' || ending === 'cancel') keeping.write({ ended: true })
    view.show({ phase: 'settled', result: settled })
    resolve(settled)
    host.announce(setup.turnOf(order))
  }

  const perform = (effect: Effect, event: Event) => {
    if (effect === 'ask') asking.ask()
    else if (effect === 'wait') asking.wait()
    else if (effect === 'prepare') offering.prepare()
    else if (effect === 'anew') offering.anew()
    else if (effect === 'invoke') offering.invoke()
    else if (effect === 'charge') charge()
    else settle(effect, event)
  }

  const trace = ({ type }: Event) => {
    const { observe } = setup
    if (!observe) return
    const channel = course.offer && { channel: course.offer.action.kind }
    const code = course.trouble && { code: course.trouble.code }
    const { payment } = course
    callOut(host, () =>
      observe({ payment, order, atMs: host.wallMs(), event: type, stage: machine.stage, ...channel, ...code }),
    )
  }

  const advance = (event: Event) => {
    const { turn, stage } = machine
    // A twin that shares the record may have invoked it meanwhile: then this one must not call it failed.
    const invoked = machine.invoked || (stage === 'checking' && !keeping.isUntouched())
    ;[machine, effects] = step({ ...machine, invoked }, event)
    if (machine.turn !== turn) stageMs = startStopwatch(host)
    trace(event)
    if (machine.stage !== 'settled') view.show({ phase: phaseOf(machine.stage) })
    for (const effect of effects) perform(effect, event)
  }

  let advancing = false
  const dispatch = (event: Event) => {
    queue.push(event)
    if (advancing) return
    advancing = true
    try {
      for (let next = queue.shift(); next; next = queue.shift()) advance(next)
    } finally {
      advancing = false
    }
  }

  const { signal } = plan.options
  if (signal) {
    signal.addEventListener('abort', stop)
    listening.push(() => signal.removeEventListener('abort', stop))
  }
  deadline.set(firstDeadlineMs(plan))
  for (const effect of effects) perform(effect, { type: 'due' })
  if (signal?.aborted) stop()

  return {
    get id() {
      return course.payment
    },
    get state() {
      return view.state()
    },
    order,
    result,
    stop,
    subscribe: view.subscribe,
    renew: () => dispatch({ type: 'renew' }),
    close: makeClose(setup, course, dispatch),
  }
}
