/** Asking the server what became of the money: one question in flight, spaced by the schedule. */
import { makeAbort } from '../core/abort.ts'
import type { PayError } from '../core/errors.ts'
import { holdSeconds, longestRetryAfterMs, waitMs } from '../core/schedule.ts'
import type { Course, Flight } from './course.ts'
import { type Asked, type HeardWord, hearWord } from './gate.ts'
import { lookAfter } from './timing.ts'
import type { Answer } from './transport.ts'
import { show } from './view.ts'

/** Visible, focus and pageshow come together: a question younger than this is not asked again. */
const youngMs = 2_000

const ageMs = ({ setup }: Course, { sentAtMs }: Flight): number => setup.nowMs() - sentAtMs

export const drop = (course: Course): void => {
  course.flight?.abort()
  course.flight = null
}

/** The look was planned before an answer of an earlier turn may have named a time: then it is planned anew. */
const due = (course: Course): void => {
  if (course.setup.nowMs() < course.notBeforeMs) wait(course)
  else course.dispatch({ type: 'due' })
}

/** Looks again when the schedule says so. */
export const wait = (course: Course): void => {
  const { setup, machine, misses, cutMs, stageAtMs, notBeforeMs } = course
  const { host, holds, nowMs } = setup
  const now = nowMs()
  const timing = { elapsedMs: now - stageAtMs, retryAfterMs: notBeforeMs - now, misses, cutMs }
  course.cutMs = 0
  const held = holds && !host.page.hidden()
  lookAfter(course, waitMs({ stage: machine.stage, ...timing, held, chance: host.chance() }), due)
}

/** Holds until the next answer: whatever else makes it wait again meanwhile must not forget it. */
const defer = (course: Course, laterMs: number): void => {
  course.notBeforeMs = course.setup.nowMs() + Math.min(laterMs, longestRetryAfterMs)
}

/** No usable answer came. */
export const miss = (course: Course, trouble: PayError, laterMs: number): void => {
  course.misses += 1
  course.trouble = trouble
  defer(course, laterMs)
}

const hear = (course: Course, answer: Answer, asked: Asked, flight: Flight): HeardWord => {
  if (answer.is === 'answered') return hearWord(answer.body, asked)
  if (flight.holdSeconds > 0 && ageMs(course, flight) > youngMs) course.cutMs = flight.holdSeconds * 1_000
  return { type: 'mute', trouble: answer.trouble }
}

const take = (course: Course, answer: Answer, asked: Asked, flight: Flight): void => {
  const { setup, dispatch } = course
  const { holdSeconds: seconds, turn } = flight
  const heard = hear(course, answer, asked, flight)
  if (heard.type === 'final') return dispatch(heard)
  if (heard.type === 'mute') {
    miss(course, heard.trouble, answer.is === 'answered' ? 0 : answer.retryAfterMs)
  } else {
    const { amount, phase, retryAfterSeconds = 0 } = heard.word
    course.misses = 0
    if (seconds > 0) setup.holds = ageMs(course, flight) >= seconds * 600
    defer(course, retryAfterSeconds * 1_000)
    show(course, { amount, ...(phase !== undefined && { hint: phase }) })
  }
  dispatch({ type: heard.type, turn })
}

const send = (course: Course): void => {
  const { setup, machine, payment, order, amount } = course
  const { host, transport, nowMs } = setup
  drop(course)
  const sentAtMs = nowMs()
  const seconds = holdSeconds(machine.stage, sentAtMs - course.stageAtMs, host.page.hidden())
  const { signal, abort } = makeAbort()
  const flight = { turn: machine.turn, holdSeconds: seconds, sentAtMs, abort }
  course.flight = flight
  const asked = { payment, order, nonce: host.newId() }
  void transport('status', { ...asked, ...(seconds > 0 && { waitSeconds: seconds }) }, signal, seconds).then(
    (answer) => {
      if (course.flight !== flight) return
      course.flight = null
      take(course, answer, { ...asked, amount }, flight)
    },
  )
}

/** Now, or in the turn that a process with thousands of payments gives it. */
export const ask = (course: Course): void => {
  const { flight, machine, setup } = course
  course.lookAtMs = Number.POSITIVE_INFINITY
  if (flight && flight.turn === machine.turn && ageMs(course, flight) < youngMs) return
  const laterMs = setup.pace()
  if (laterMs > 0) lookAfter(course, laterMs, send)
  else send(course)
}

/** A hidden page holds no long poll, so that it can be kept in the back/forward cache. */
export const letGo = (course: Course): void => {
  if (!course.flight?.holdSeconds) return
  drop(course)
  wait(course)
}
