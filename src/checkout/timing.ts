/** The two moments that a payment waits for, the next look and its deadline: one timer for both. */
import type { Course } from './course.ts'

/** Timers of browsers overflow beyond this and fire at once. */
const longestTimerMs = 2 ** 31 - 1
const never = Number.POSITIVE_INFINITY

const arm = (course: Course): void => {
  const { setup, lookAtMs, dueAtMs } = course
  const leftMs = Math.ceil(Math.min(lookAtMs, dueAtMs) - setup.nowMs()) // timers count whole milliseconds
  course.forgetTimer()
  if (leftMs < never)
    course.forgetTimer = setup.host.after(Math.min(Math.max(leftMs, 0), longestTimerMs), () => tick(course))
}

/** Does what is due. A timer may be late after a sleep, and early by a rounding: the clock decides. */
export const tick = (course: Course): void => {
  const { setup, dispatch, look } = course
  const nowMs = setup.nowMs()
  if (nowMs >= course.dueAtMs) {
    course.dueAtMs = never
    dispatch({ type: 'deadline' })
  } else if (nowMs >= course.lookAtMs) {
    course.lookAtMs = never
    look(course)
  }
  arm(course)
}

/** Replaces what was to be looked at before. */
export const lookAfter = (course: Course, delayMs: number, look: (course: Course) => void): void => {
  course.look = look
  course.lookAtMs = course.setup.nowMs() + delayMs
  arm(course)
}

/** Settles the payment this much later: within what the shop allows. */
export const endAfter = (course: Course, delayMs: number): void => {
  course.dueAtMs = Math.min(course.setup.nowMs() + delayMs, course.latestAtMs)
  arm(course)
}

/** Sooner than set before, never later. */
export const hasten = (course: Course, delayMs: number): void =>
  endAfter(course, Math.min(delayMs, course.dueAtMs - course.setup.nowMs()))

export const endTiming = (course: Course): void => {
  course.lookAtMs = never
  course.dueAtMs = never
  course.forgetTimer()
}
