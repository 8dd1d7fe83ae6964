/** The steps of a payment at which something may go wrong, and what may go wrong there. */

import type { Setting } from './way.ts'

export const calls = ['prepare', 'status', 'close'] as const
export type Call = (typeof calls)[number]

/** Each moment at which the world takes note of what the client does or hears; at a till, of what the server does with a code. */
export const steps = [
  'load',
  'ahead',
  'tap',
  'login',
  'prepare',
  'prepare.answer',
  'read',
  'write',
  'lock',
  'bridge',
  'bridge.answer',
  'leave',
  'shown',
  'code',
  'reverse',
  'status',
  'status.answer',
  'close',
  'close.answer',
  'timer',
  'state',
  'told',
] as const
export type Step = (typeof steps)[number]

/** May strike at any step: the page, the device, the payer and the caller. */
export const anywhere = [
  'die',
  'sleep',
  'clock-back',
  'clock-on',
  'hide',
  'wake',
  'tap',
  'tap-elsewhere',
  'stop',
  'ask-close',
  'renew',
  'remount',
  'other-wallet',
  'reprice',
  'offline-20s',
  'storage-breaks',
  'listener-throws',
  'refund',
] as const

/** What becomes of one request, on the wire or at the server's edge. */
const wire = [
  'unreachable',
  'silence',
  'answer-lost',
  'answer-silent',
  'slow',
  'late',
  'twice',
  '500',
  '503-retry-after',
  '429-retry-date',
  '403',
  'html',
  'half',
  'foreign-payment',
  'foreign-order',
  'foreign-amount',
  'unknown-status',
] as const

const bridge = [
  'says-ok',
  'says-cancel',
  'says-fail',
  'says-unknown',
  'says-garbage',
  'never-answers',
  'answers-twice',
  'answers-both',
  'completes-only',
  'throws',
] as const

/** What may go wrong at one step only. */
export const local: { readonly [step in Step]?: readonly string[] } = {
  load: ['bridge-missing', 'bridge-late', 'bridge-stub'],
  prepare: [...wire, 'unknown-action'],
  status: [...wire, 'foreign-nonce', 'replayed'],
  close: wire,
  bridge,
  login: ['login-fails', 'login-never', 'login-late'],
  code: ['user-paying', 'system-error', 'code-lost'],
  reverse: ['unanswered', 'paid-meanwhile'],
  read: ['empty', 'garbled'],
  write: ['full'],
  lock: ['denied'],
}

export interface Fault {
  readonly at: Step
  /** Which time the step is passed, from 0. */
  readonly nth: number
  readonly is: string
}

/** Every cell of steps × faults. */
export const everyFault: readonly Omit<Fault, 'nth'>[] = steps.flatMap((at) =>
  [...anywhere, ...(local[at] ?? [])].map((is) => ({ at, is })),
)

/** Steps that a way never passes. */
const never: Readonly<Record<Setting, readonly Step[]>> = {
  browser: ['login', 'code', 'reverse'],
  mini: ['leave', 'shown', 'code', 'reverse'],
  app: ['leave', 'shown', 'login', 'code', 'reverse'],
  till: ['ahead', 'login', 'bridge', 'bridge.answer', 'leave', 'shown'],
}

interface Cells {
  readonly local: readonly Omit<Fault, 'nth'>[]
  readonly all: readonly Omit<Fault, 'nth'>[]
}

const cellsIn = (setting: Setting): Cells => {
  const passes = (at: Step) => !never[setting].includes(at)
  return {
    local: everyFault.filter(({ at, is }) => passes(at) && local[at]?.includes(is)),
    all: everyFault.filter(({ at }) => passes(at)),
  }
}

/** What can strike where: at each step that is passed there, and what is about one step alone. */
export const cells: Readonly<Record<Setting, Cells>> = {
  browser: cellsIn('browser'),
  mini: cellsIn('mini'),
  app: cellsIn('app'),
  till: cellsIn('till'),
}
