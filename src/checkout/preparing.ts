/** Asking for an action: one call, and what it came to. */
import type { Amount, Identity, PrepareRequest } from '../contract/derived.ts'
import { PayError } from '../core/errors.ts'
import type { Channel, Signal } from '../core/ports.ts'
import { type HeardOffer, hearOffer } from './gate.ts'
import { returnUrlFor } from './returning.ts'
import type { Setup } from './setup.ts'
import type { Answer } from './transport.ts'

export interface Question {
  readonly payment: string
  readonly order: string
  readonly wallet: string | undefined
  readonly identity: Identity | undefined
  readonly expect: Amount | undefined
  /** Best first. */
  readonly accepts: readonly Channel[]
}

/** `busy` and `stale` are refusals with a way on. */
export type Outcome = HeardOffer | { readonly type: 'busy' | 'stale'; readonly trouble: PayError }

export interface Prepared {
  readonly outcome: Outcome
  readonly retryAfterMs: number
  /** By `setup.nowMs`: the action's expiry counts from there. */
  readonly sentAtMs: number
}

/** Under another id the payment can go on: this one belongs to another channel, or to another order. */
const staleCodes = ['channel_fixed', 'payment_conflict']

const wayOn = (serverCode: string): 'busy' | 'stale' | 'refused' => {
  if (serverCode === 'order_busy') return 'busy'
  return staleCodes.includes(serverCode) ? 'stale' : 'refused'
}

const bodyOf = (setup: Setup, { payment, order, wallet, identity, accepts }: Question): PrepareRequest => {
  // Whoever shows a code stays where they are.
  const leaves = identity?.kind !== 'payment-code'
  const returnUrl = leaves ? returnUrlFor(payment, setup.returnUrl, setup.host.page.url()) : undefined
  return {
    payment,
    order,
    platform: setup.platform,
    accepts: accepts.map((channel) => channel.kind),
    ...(wallet && { wallet }),
    ...(identity && { identity }),
    ...(returnUrl && { returnUrl }),
  }
}

const hear = (answer: Answer, { payment, order, expect, accepts }: Question): Outcome => {
  if (answer.is === 'answered') return hearOffer(answer.body, { payment, order, amount: expect }, accepts)
  if (answer.is === 'missed') return { type: 'mute', trouble: answer.trouble }
  return { type: wayOn(answer.serverCode), trouble: answer.trouble }
}

/** A server that quotes what it was sent must not bring a secret into an error. */
const redact = (outcome: Outcome, secret: string | undefined): Outcome => {
  if (secret === undefined || outcome.type === 'final' || outcome.type === 'pending' || outcome.type === 'prepared')
    return outcome
  const { code, detail, cause } = outcome.trouble
  const clean = (text: string) => text.split(secret).join('…')
  const kept = cause && { ...cause, name: clean(cause.name), message: clean(cause.message) }
  return { ...outcome, trouble: new PayError(code, clean(detail), kept) }
}

const send = (setup: Setup, question: Question, signal: Signal): Promise<Prepared> => {
  const sentAtMs = setup.nowMs()
  return setup.transport('prepare', bodyOf(setup, question), signal).then((answer) => ({
    outcome: redact(hear(answer, question), question.identity?.value),
    retryAfterMs: answer.is === 'answered' ? 0 : answer.retryAfterMs,
    sentAtMs,
  }))
}

/** Sends at once: it runs in the tap. Only where the place asks its wallet who pays does that come first. */
export const askForAction = (setup: Setup, question: Question, signal: Signal): Promise<Prepared> => {
  const { identify, host } = setup
  if (!identify || question.identity) return send(setup, question, signal)
  return identify(host, signal).then((identity) => send(setup, { ...question, identity }, signal))
}
