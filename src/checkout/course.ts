/** All that one payment has come to know on its way: one plain record, which the functions of this room change in place. */
import { type Abort, makeAbort } from '../core/abort.ts'
import type { Identity, PayOptions } from '../core/checkout.ts'
import type { PayError } from '../core/errors.ts'
import type { Event, Machine, Start } from '../core/machine.ts'
import type { Amount, Result, State } from '../core/words.ts'
import type { Offer } from './gate.ts'
import type { Prepared } from './preparing.ts'
import type { Setup } from './setup.ts'

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
  ready: Prepared | undefined
}

/** A question on its way. */
export interface Flight {
  /** The machine's turn when it was asked. */
  readonly turn: number
  readonly holdSeconds: number
  readonly sentAtMs: number
  readonly abort: () => void
}

/** Times ending in `AtMs` are readings of `setup.nowMs`, but for `expiresAtMs`, which is the wall's. */
export interface Course {
  readonly setup: Setup
  readonly order: string
  readonly wallet: string | undefined
  /** The amount that the page showed. */
  readonly expect: Amount | undefined
  readonly returned: boolean
  readonly dispatch: (event: Event) => void
  /** Ends with the payment. */
  readonly life: Abort
  machine: Machine
  /** What happened while a step was being taken. */
  queue: Event[] | null
  payment: string
  fresh: boolean
  /** A code that works once: forgotten when it is sent. */
  identity: Identity | undefined
  ahead: Ahead | undefined
  amount: Amount | undefined
  /** Carried out once, then forgotten: only its kind is kept. */
  offer: Offer | undefined
  kind: string | undefined
  expiresAtMs: number | undefined
  /** The last thing that went wrong. */
  trouble: PayError | undefined

  /** The record was written by this payment. */
  written: boolean
  /** The record was gone when the action was asked for: the answer knows what took it away. */
  wasGone: boolean
  invokedBefore: boolean

  /** A question for an action is on its way. */
  asked: boolean
  flight: Flight | null
  misses: number
  cutMs: number
  /** `Retry-After`: nothing is asked again before. */
  notBeforeMs: number
  stageAtMs: number

  /** The next look and what it does, and the deadline, which nothing moves beyond `latestAtMs`. */
  lookAtMs: number
  look: (course: Course) => void
  dueAtMs: number
  readonly latestAtMs: number
  forgetTimer: () => void

  /** What the caller sees. */
  state: State
  listeners: readonly { readonly hear: () => void }[]
  readonly settle: (result: Result) => void
  forgets: readonly (() => void)[]
}

const nothing = () => {}
const never = Number.POSITIVE_INFINITY
/** One for all: there may be thousands of payments that nobody listens to. */
const nobody: Course['listeners'] = []

type Given = Pick<Course, 'dispatch' | 'machine' | 'state' | 'settle'>

export const makeCourse = (setup: Setup, plan: Plan, { dispatch, machine, state, settle }: Given): Course => {
  const { order, options, returned, payment, fresh, identity, ahead } = plan
  const nowMs = setup.nowMs()
  return {
    setup,
    order,
    wallet: options.wallet,
    expect: options.expect,
    returned,
    dispatch,
    machine,
    state,
    settle,
    life: makeAbort(),
    queue: null,
    payment,
    fresh,
    identity,
    ahead,
    amount: options.expect,
    offer: undefined,
    kind: undefined,
    expiresAtMs: state.expiresAtMs,
    trouble: undefined,
    written: !fresh,
    wasGone: false,
    invokedBefore: false,
    asked: false,
    flight: null,
    misses: 0,
    cutMs: 0,
    notBeforeMs: nowMs,
    stageAtMs: nowMs,
    lookAtMs: never,
    look: nothing,
    dueAtMs: never,
    latestAtMs: nowMs + (setup.deadlineMs ?? never),
    forgetTimer: nothing,
    listeners: nobody,
    forgets: [],
  }
}
