/** From the question for an action to the channel that carries it out. */
import { PayError } from '../core/errors.ts'
import type { EventName } from '../core/machine.ts'
import type { Claim } from '../core/words.ts'
import { miss } from './asking.ts'
import type { Course } from './course.ts'
import type { Offer } from './gate.ts'
import { invokeOffer } from './invoking.ts'
import { isGone, isOurs, mark, renameAnew, unmark, write } from './keeping.ts'
import { askForAction, type Outcome, type Prepared } from './preparing.ts'
import { returnUrlFor } from './returning.ts'
import { endAfter, hasten } from './timing.ts'
import { show } from './view.ts'

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

const detours = ({ setup }: Course, kind: string): boolean =>
  setup.channels.find((channel) => channel.kind === kind)?.detours === true

const leftMs = ({ setup }: Course, { expiresInSeconds }: Offer, sentAtMs: number): number =>
  expiresInSeconds * 1_000 - (setup.nowMs() - sentAtMs)

/** Still worth invoking in the tap? An answer without an action is asked for again. */
const isFresh = (course: Course, { outcome, sentAtMs }: Prepared): boolean =>
  outcome.type === 'prepared' && leftMs(course, outcome.offer, sentAtMs) > marginMs

export const accept = (course: Course, offer: Offer, sentAtMs: number): void => {
  const { payee, title, amount, action } = offer
  const expiresInMs = leftMs(course, offer, sentAtMs)
  course.offer = offer
  course.kind = action.kind
  course.amount = amount
  const expiresAtMs = course.setup.host.wallMs() + expiresInMs
  course.expiresAtMs = expiresAtMs
  show(course, { channel: action.kind, amount, expiresAtMs, ...(payee && { payee }), ...(title && { title }) })
  endAfter(course, expiresInMs + graceMs)
  course.dispatch({ type: 'prepared' })
}

const refuse = (course: Course, type: EventName, trouble: PayError, retryAfterMs: number): void => {
  miss(course, trouble, retryAfterMs)
  course.dispatch({ type: type === 'stale' && course.fresh ? 'refused' : type })
}

/** A closed or failed order under an id of an earlier day: the payer wants to pay now, so another id is made. */
const isStale = ({ fresh }: Course, outcome: Outcome): boolean =>
  outcome.type === 'final' && !fresh && (outcome.word.status === 'closed' || outcome.word.status === 'failed')

const take = (course: Course, { outcome, retryAfterMs, sentAtMs }: Prepared): void => {
  const { dispatch, returned, fresh } = course
  if (isStale(course, outcome)) return dispatch({ type: 'stale' })
  if (outcome.type === 'final') return dispatch(outcome)
  if (outcome.type === 'pending') return refuse(course, 'busy', new PayError('order_busy'), retryAfterMs)
  if (outcome.type !== 'prepared') return refuse(course, outcome.type, outcome.trouble, retryAfterMs)
  const stillGone = course.wasGone && isGone(course)
  // Another tab's end took the record away: what was asked before that says nothing any more.
  if (!stillGone && !isOurs(course)) return dispatch({ type: 'mute' })
  if (stillGone) course.written = false
  if (returned && !fresh && detours(course, outcome.offer.action.kind))
    return refuse(course, 'refused', new PayError('identity_missing'), 0)
  accept(course, outcome.offer, sentAtMs)
}

const send = (course: Course): Promise<Prepared> => {
  const { setup, payment, order, wallet, identity, amount, machine, life } = course
  course.identity = undefined
  course.wasGone = course.written && isGone(course)
  const accepts = machine.stage === 'showing' ? setup.channels.filter(({ kind }) => kind === 'qr') : setup.channels
  const answer = askForAction(setup, { payment, order, wallet, identity, expect: amount, accepts }, life.signal)
  write(course) // after the send: a first write to storage costs the tap more than half a millisecond
  return answer
}

/** The browser answers for its locks while the server answers for the action. */
const reserve = ({ setup, order, life }: Course): void => {
  const giveBack = setup.host.reserve?.(setup.turnOf(order))
  if (giveBack) life.signal.onAbort(giveBack)
}

export const prepare = (course: Course): void => {
  if (course.asked) return
  const { ahead, life } = course
  course.ahead = undefined
  if (ahead?.ready && isFresh(course, ahead.ready)) return take(course, ahead.ready)
  course.asked = true
  reserve(course)
  const answer = ahead && !ahead.ready ? ahead.answer : send(course)
  void answer.then((prepared) => {
    course.asked = false
    if (!life.signal.aborted) take(course, prepared)
  })
}

export const anew = (course: Course): void => {
  renameAnew(course)
  course.amount = course.expect
  show(course, { payment: course.payment })
}

const hear = (course: Course, claim: Claim): void => {
  show(course, { claim, ...(claim.is === 'shown' && { qr: { content: claim.content } }) })
  if (claim.is === 'absent') {
    course.trouble = new PayError(claim.reason)
    unmark(course)
  }
  if (claim.is === 'failed') {
    course.trouble = new PayError('wallet_failed', claim.reason)
    hasten(course, afterFailureMs)
  }
  course.dispatch({ type: eventOf[claim.is] })
}

export const invoke = (course: Course): void => {
  const { offer, setup, payment, life } = course
  course.offer = undefined
  if (!offer) return
  const recorded = mark(course, detours(course, offer.action.kind))
  const inReturnUrl = returnUrlFor(payment, setup.returnUrl, setup.host.page.url()) !== undefined
  void invokeOffer(setup, offer, { recorded, inReturnUrl }, life.signal).then((claim) => {
    if (claim && !life.signal.aborted) hear(course, claim)
  })
}
