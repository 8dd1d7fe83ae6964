/** Sending a payment code on. It is the invocation itself: the server hands the code to its wallet, and nobody sends it twice. */
import { PayError } from '../core/errors.ts'
import type { Course } from './course.ts'
import type { Offer } from './gate.ts'
import type { Wheel } from './offering.ts'
import { askForAction, type Outcome, type Prepared } from './preparing.ts'
import type { Setup } from './setup.ts'

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

export const makeCharging = (
  setup: Setup,
  course: Course,
  { machine, dispatch, keeping, life }: Wheel,
  accept: (offer: Offer, ageMs: number) => void,
) => {
  const refuse = (trouble: PayError): void => {
    course.trouble = trouble
    if (machine().stage === 'invoking') keeping.write({ invoked: false })
    dispatch({ type: 'refused' })
  }

  const take = ({ outcome, ageMs }: Prepared): void => {
    if (outcome.type === 'final') return dispatch(outcome)
    const trouble = troubleOf(outcome)
    if (trouble && isRefusal(trouble)) return refuse(trouble)
    course.trouble = trouble
    if (outcome.type === 'prepared') {
      accept(outcome.offer, ageMs())
      keeping.write({ invoked: true })
    }
    dispatch({ type: 'spoke' })
  }

  /** Written down before the code leaves; where that cannot be done, nothing leaves. */
  return (): void => {
    const { payment, identity } = course
    const { order, options } = course.plan
    course.identity = undefined
    if (!keeping.write({ invoked: true, expiresAtMs: setup.host.wallMs() + longestMs }))
      return refuse(new PayError('storage_missing'))
    const accepts = setup.channels.map(({ kind }) => kind)
    const question = { payment, order, wallet: options.wallet, identity, expect: course.amount, accepts }
    void askForAction(setup, question, life).then((prepared) => {
      if (!life.aborted) take(prepared)
    })
  }
}
