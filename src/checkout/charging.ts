/** Sending a payment code on. It is the invocation itself: the server hands the code to its wallet, and nobody sends it twice. */
import { PayError } from '../core/errors.ts'
import type { Course } from './course.ts'
import { write } from './keeping.ts'
import { accept } from './offering.ts'
import { askForAction, type Outcome, type Prepared } from './preparing.ts'

/** Alipay's 60 s, the reversal and a slow network: by then the server has said what became of a code. */
export const longestMs = 120_000

/**
 * The server's own word that it passed nothing on. Silence, a proxy's page, an answer that cannot be read or that names
 * something else are no such word: the code may have been charged.
 */
const isRefusal = ({ code, cause }: PayError): boolean =>
  code === 'order_busy' || (code === 'server_refused' && cause?.name !== 'HTTP')

const troubleOf = (outcome: Outcome): PayError | undefined =>
  outcome.type === 'final' || outcome.type === 'pending' || outcome.type === 'prepared' ? undefined : outcome.trouble

const refuse = (course: Course, trouble: PayError): void => {
  course.trouble = trouble
  if (course.machine.stage === 'invoking') write(course, { invoked: false })
  course.dispatch({ type: 'refused' })
}

const take = (course: Course, { outcome, sentAtMs }: Prepared): void => {
  if (outcome.type === 'final') return course.dispatch(outcome)
  const trouble = troubleOf(outcome)
  if (trouble && isRefusal(trouble)) return refuse(course, trouble)
  course.trouble = trouble
  if (outcome.type === 'prepared') {
    accept(course, outcome.offer, sentAtMs)
    course.offer = undefined
    write(course, { invoked: true })
  }
  course.dispatch({ type: 'spoke' })
}

/** Written down before the code leaves; where that cannot be done, nothing leaves. */
export const charge = (course: Course): void => {
  const { setup, payment, order, wallet, identity, amount, life } = course
  course.identity = undefined
  if (!write(course, { invoked: true, expiresAtMs: setup.host.wallMs() + longestMs }))
    return refuse(course, new PayError('storage_missing'))
  const question = { payment, order, wallet, identity, expect: amount, accepts: setup.channels }
  void askForAction(setup, question, life.signal).then((prepared) => {
    if (!life.signal.aborted) take(course, prepared)
  })
}
