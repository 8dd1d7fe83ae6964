/** What one payment has come to know on its way. Changed in place by the run that owns it. */

import type { Identity } from '../contract/derived.ts'
import type { PayOptions } from '../core/checkout.ts'
import { PayError } from '../core/errors.ts'
import { told, untold } from '../core/final.ts'
import type { Ending, Event, Start } from '../core/machine.ts'
import type { Amount, Result } from '../core/words.ts'
import type { Offer } from './gate.ts'
import type { Prepared } from './preparing.ts'

/** How a payment begins. */
export interface Plan {
  readonly begin: Start
  readonly order: string
  readonly payment: string
  readonly options: PayOptions
  readonly identity: Identity | undefined
  /** Handed to a wallet before, by its record. */
  readonly invoked: boolean
  /** The id was made for this call: nothing can have ended under it. */
  readonly fresh: boolean
  /** Back from the identity page: there is no second trip. */
  readonly returned: boolean
  /** What was asked ahead. */
  readonly ahead?: Ahead | undefined
  /** What is left of the action, by the record. */
  readonly expiresInMs?: number | undefined
}

export interface Ahead {
  readonly answer: Promise<Prepared>
  /** Set once the answer is there, so that the tap need not wait for a promise. */
  readonly ready: () => Prepared | undefined
}

export interface Course {
  readonly plan: Plan
  payment: string
  fresh: boolean
  /** A code that works once: forgotten when it is sent. */
  identity: Identity | undefined
  ahead: Ahead | undefined
  amount: Amount | undefined
  offer: Offer | undefined
  expiresAtMs: number | undefined
  /** The last thing that went wrong. */
  trouble: PayError | undefined
}

export const makeCourse = (plan: Plan, wallMs: number): Course => ({
  plan,
  payment: plan.payment,
  fresh: plan.fresh,
  identity: plan.identity,
  ahead: plan.ahead,
  amount: plan.options.expect,
  offer: undefined,
  expiresAtMs: plan.expiresInMs === undefined ? undefined : wallMs + plan.expiresInMs,
  trouble: undefined,
})

const telling = ['order_busy', 'action_unknown', 'wallet_failed']

const whyPending = (event: Event, trouble: PayError | undefined): PayError => {
  if (event.type === 'stop') return new PayError('stopped')
  if (trouble && telling.includes(trouble.code)) return trouble
  return new PayError('unconfirmed', trouble?.code ?? '', trouble?.cause)
}

/** The result that an ending means. `tell` comes with the server's last word and nothing else makes `paid`. */
export const resultOf = (ending: Ending, event: Event, { payment, plan, trouble }: Course): Result => {
  const named = { payment, order: plan.order }
  if (event.type === 'final') return told(event.word)
  if (ending === 'cancel') return untold('cancelled', named, new PayError('cancelled'))
  if (ending === 'fail') return untold('failed', named, trouble ?? new PayError('network'))
  return untold('pending', named, whyPending(event, trouble))
}
