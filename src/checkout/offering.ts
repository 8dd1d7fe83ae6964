/** From the question for an action to the channel that carries it out. */

import { PayError } from '../core/errors.ts'
import type { Event, EventName, Machine } from '../core/machine.ts'
import type { Signal } from '../core/ports.ts'
import type { Claim } from '../core/words.ts'
import type { makeAsking } from './asking.ts'
import type { Course } from './course.ts'
import type { Deadline } from './deadline.ts'
import type { Offer } from './gate.ts'
import { invokeOffer } from './invoking.ts'
import { askForAction, type Outcome, type Prepared } from './preparing.ts'
import type { Entry } from './record.ts'
import { returnUrlFor } from './returning.ts'
import type { Setup } from './setup.ts'
import type { View } from './view.ts'

export interface Wheel {
  readonly machine: () => Machine
  readonly dispatch: (event: Event) => void
  readonly asking: ReturnType<typeof makeAsking>
  readonly deadline: Deadline
  readonly view: View
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
  const { host, ledger, channels } = setup
  const { order, options, returned } = course.plan
  const { dispatch, asking, deadline, view, life } = wheel
  let asked = false
  let written = !course.fresh
  let invokedBefore = false

  const channelOf = (kind: string) => channels.find((channel) => channel.kind === kind)

  /** Said by the record: another tab, or another checkout of this page, may have handed it to a wallet meanwhile. */
  const wasInvoked = (): boolean => {
    const entry = ledger.read(order)
    return entry?.payment === course.payment && entry.invoked
  }

  /** The record still says that no wallet has had it. Where it is gone, or another id's, a twin has had the last word. */
  const isUntouched = (): boolean => ledger.read(order)?.payment === course.payment && !wasInvoked()

  /** Once only where the record is gone, or another id's: a twin has had the last word, or has gone on with that one. */
  const write = (news: Partial<Entry>): boolean => {
    const entry = ledger.read(order)
    if (written && entry?.payment !== course.payment) return false
    written = true
    return ledger.write({
      version: 1,
      order,
      payment: course.payment,
      atMs: host.wallMs(),
      wallet: options.wallet,
      channel: course.offer?.action.kind,
      expiresAtMs: course.expiresAtMs,
      invoked: wheel.machine().invoked || wasInvoked(),
      detoured: false,
      ended: false,
      ...news,
    })
  }

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
    const detours = channelOf(outcome.offer.action.kind)?.detours === true
    // Another tab's end took the record away: what was asked before that says nothing any more.
    if (ledger.read(order)?.payment !== course.payment) return dispatch({ type: 'mute' })
    if (detours && returned && !course.fresh) return refuse('refused', new PayError('identity_missing'), 0)
    accept(outcome.offer, ageMs())
  }

  const send = (): Promise<Prepared> => {
    const { payment, identity } = course
    course.identity = undefined
    const accepts = wheel.machine().stage === 'showing' ? ['qr'] : channels.map(({ kind }) => kind)
    const question = { payment, order, wallet: options.wallet, identity, expect: course.amount, accepts }
    const answer = askForAction(setup, question, life)
    write({}) // after the send: a first write to storage costs the tap more than half a millisecond
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

  /** The id that a twin has made by now, or a new one: two would overwrite each other's record. */
  const anew = (): void => {
    const entry = ledger.read(order)
    const made = entry?.wallet === options.wallet && entry?.payment !== course.payment ? entry?.payment : undefined
    course.payment = made ?? host.newId()
    course.fresh = made === undefined
    written = !course.fresh
    course.amount = options.expect
    view.show({ payment: course.payment })
  }

  const hold = () => {
    const detours = channelOf(course.offer?.action.kind ?? '')?.detours === true
    invokedBefore = wheel.machine().invoked || wasInvoked()
    return {
      recorded: write({ invoked: invokedBefore || !detours, detoured: detours }),
      inReturnUrl: returnUrlFor(course.payment, setup.returnUrl, host.page.url()) !== undefined,
    }
  }

  const hear = (claim: Claim): void => {
    view.show({ claim, ...(claim.is === 'shown' && { qr: { content: claim.content } }) })
    if (claim.is === 'absent') {
      course.trouble = new PayError(claim.reason)
      write({ invoked: invokedBefore })
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
    void invokeOffer(setup, offer, hold(), life).then((claim) => {
      if (claim && !life.aborted) hear(claim)
    })
  }

  return { prepare, anew, invoke, accept, write, isUntouched }
}
