/** From the question for an action to the channel that carries it out. */

import { PayError } from '../core/errors.ts'
import type { Event, EventName, Machine } from '../core/machine.ts'
import type { Signal } from '../core/ports.ts'
import type { Claim } from '../core/words.ts'
import type { makeAsking } from './asking.ts'
import type { Course } from './course.ts'
import type { Deadline } from './deadline.ts'
import type { Offer } from './gate.ts'
import { type Held, invokeOffer } from './invoking.ts'
import type { makeKeeping } from './keeping.ts'
import { askForAction, type Outcome, type Prepared } from './preparing.ts'
import { returnUrlFor } from './returning.ts'
import type { Setup } from './setup.ts'
import type { View } from './view.ts'

export interface Wheel {
  readonly machine: () => Machine
  readonly dispatch: (event: Event) => void
  readonly asking: ReturnType<typeof makeAsking>
  readonly deadline: Deadline
  readonly view: View
  readonly keeping: ReturnType<typeof makeKeeping>
  /** Ends with the payment. */
  readonly life: Signal
}

/** Money may still be told of a little after the action's end. */
const graceMs = 15_000
/** An action asked ahead is dropped this long before its end. */
const marginMs = 30_000
/** How long the server is asked after the wallet has reported a failure. */
const afterFailureMs = 30_000

const eventOf: Readonly<Record<Claim['is'], EventName>> = {
  claimed: 'spoke',
  unknown: 'spoke',
  failed: 'spoke',
  cancelled: 'cancelled',
  absent: 'absent',
  left: 'left',
  detoured: 'detoured',
  shown: 'shown',
}

const leftMs = (offer: Offer, ageMs: number): number => offer.expiresInSeconds * 1_000 - ageMs

/** Still worth invoking in the tap? An answer without an action is asked for again. */
const isFresh = ({ outcome, ageMs }: Prepared): boolean =>
  outcome.type === 'prepared' && leftMs(outcome.offer, ageMs()) > marginMs

export const makeOffering = (setup: Setup, course: Course, wheel: Wheel) => {
  const { host, channels } = setup
  const { order, options, returned } = course.plan
  const { dispatch, asking, deadline, view, keeping, life } = wheel
  let asked = false

  const detours = (kind: string): boolean => channels.find((channel) => channel.kind === kind)?.detours === true

  const accept = (offer: Offer, ageMs: number): void => {
    const expiresInMs = leftMs(offer, ageMs)
    course.offer = offer
    course.amount = offer.amount
    course.expiresAtMs = host.wallMs() + expiresInMs
    const { payee, title, amount } = offer
    view.show({
      channel: offer.action.kind,
      amount,
      expiresAtMs: course.expiresAtMs,
      ...(payee && { payee }),
      ...(title && { title }),
    })
    deadline.set(expiresInMs + graceMs)
    dispatch({ type: 'prepared' })
  }

  const refuse = (
    type: 'refused' | 'busy' | 'puzzled' | 'stale' | 'mute',
    trouble: PayError,
    retryAfterMs: number,
  ): void => {
    if (type === 'stale' && course.fresh) return refuse('refused', trouble, retryAfterMs)
    asking.miss(trouble, retryAfterMs)
    dispatch({ type })
  }

  /** A closed or failed order under an id of an earlier day: the payer wants to pay now, so another id is made. */
  const isStale = (outcome: Outcome): boolean =>
    outcome.type === 'final' && !course.fresh && (outcome.word.status === 'closed' || outcome.word.status === 'failed')

  const take = ({ outcome, retryAfterMs, ageMs }: Prepared): void => {
    if (isStale(outcome)) return dispatch({ type: 'stale' })
    if (outcome.type === 'final') return dispatch(outcome)
    if (outcome.type === 'pending') return refuse('busy', new PayError('order_busy'), retryAfterMs)
    if (outcome.type !== 'prepared') return refuse(outcome.type, outcome.trouble, retryAfterMs)
    // Another tab's end took the record away: what was asked before that says nothing any more.
    if (!keeping.isOurs()) return dispatch({ type: 'mute' })
    const again = returned && !course.fresh && detours(outcome.offer.action.kind)
    if (again) return refuse('refused', new PayError('identity_missing'), 0)
    accept(outcome.offer, ageMs())
  }

  const send = (): Promise<Prepared> => {
    const { payment, identity } = course
    course.identity = undefined
    const accepts = wheel.machine().stage === 'showing' ? ['qr'] : channels.map(({ kind }) => kind)
    const question = { payment, order, wallet: options.wallet, identity, expect: course.amount, accepts }
    const answer = askForAction(setup, question, life)
    keeping.write({}) // after the send: a first write to storage costs the tap more than half a millisecond
    return answer
  }

  const prepare = (): void => {
    if (asked) return
    const { ahead } = course
    course.ahead = undefined
    const ready = ahead?.ready()
    if (ready && isFresh(ready)) return take(ready)
    asked = true
    const answer = ahead && !ready ? ahead.answer : send()
    void answer.then((prepared) => {
      asked = false
      if (!life.aborted) take(prepared)
    })
  }

  const anew = (): void => {
    keeping.anew()
    course.amount = options.expect
    view.show({ payment: course.payment })
  }

  const hold = ({ action }: Offer): Held => ({
    recorded: keeping.mark(detours(action.kind)),
    inReturnUrl: returnUrlFor(course.payment, setup.returnUrl, host.page.url()) !== undefined,
  })

  const hear = (claim: Claim): void => {
    view.show({ claim, ...(claim.is === 'shown' && { qr: { content: claim.content } }) })
    if (claim.is === 'absent') {
      course.trouble = new PayError(claim.reason)
      keeping.unmark()
    }
    if (claim.is === 'failed') {
      course.trouble = new PayError('wallet_failed', claim.reason)
      deadline.hasten(afterFailureMs)
    }
    dispatch({ type: eventOf[claim.is] })
  }

  const invoke = (): void => {
    const { offer } = course
    if (!offer) return
    void invokeOffer(setup, offer, hold(offer), life).then((claim) => {
      if (claim && !life.aborted) hear(claim)
    })
  }

  return { prepare, anew, invoke, accept }
}
