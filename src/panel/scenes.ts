/** What a payer can be shown, and which of it a payment's state comes to. */
import type { Code, PayError } from '../core/errors.ts'
import type { State } from '../core/words.ts'
import type { Icon } from './icons.ts'

export type SceneName =
  | 'choosing'
  | 'nowhere'
  | 'preparing'
  | 'invoking'
  | 'showing'
  | 'ending'
  | 'expired'
  | 'scanned'
  | 'paying'
  | 'away'
  | 'confirming'
  | 'waiting'
  | 'paid'
  | 'cancelled'
  | 'closed'
  | 'refunded'
  | 'failed'
  | 'pending'

/** `again` chooses anew, `notYet` does so in the middle, `check` asks the server once more. */
export type Action = 'renew' | 'check' | 'again' | 'notYet' | 'reload' | 'stop' | 'cancel'

export interface Scene {
  readonly icon: Icon
  readonly tone: 'calm' | 'good' | 'warn' | 'bad'
  /** The first is what most payers want. */
  readonly actions: readonly Action[]
}

const calm = (icon: Icon, ...actions: readonly Action[]): Scene => ({ icon, tone: 'calm', actions })
const warn = (icon: Icon, ...actions: readonly Action[]): Scene => ({ icon, tone: 'warn', actions })

export const scenes: Readonly<Record<SceneName, Scene>> = {
  choosing: calm('wallet'),
  nowhere: warn('alert'),
  preparing: calm('spin'),
  invoking: calm('phone', 'stop'),
  showing: calm('scan', 'renew', 'cancel'),
  ending: warn('clock', 'renew', 'cancel'),
  expired: warn('clock', 'renew', 'check', 'cancel'),
  scanned: calm('phone', 'cancel'),
  paying: calm('phone', 'cancel'),
  away: calm('phone', 'check', 'notYet', 'cancel'),
  confirming: calm('spin', 'notYet', 'cancel'),
  waiting: warn('spin', 'notYet', 'stop', 'cancel'),
  paid: { icon: 'tick', tone: 'good', actions: [] },
  cancelled: calm('back', 'again'),
  closed: calm('minus', 'again'),
  refunded: calm('back'),
  failed: { icon: 'cross', tone: 'bad', actions: ['again'] },
  pending: warn('clock', 'check', 'notYet'),
}

/** A payer needs time to act on it: WCAG 2.2, 2.2.1 asks for 20 s. */
export const warnMs = 20_000
/** Asked for longer than this, the payer is told that it is still going on. */
export const longMs = 8_000

const whileShowing = ({ hint, expiresAtMs = Infinity }: State, nowMs: number): SceneName => {
  if (hint === 'scanned') return 'scanned'
  if (hint === 'user-paying') return 'paying'
  const leftMs = expiresAtMs - nowMs
  if (leftMs <= 0) return 'expired'
  return leftMs <= warnMs ? 'ending' : 'showing'
}

const ended = ({ result, channel, expiresAtMs = Infinity }: State, nowMs: number): SceneName => {
  if (result?.error?.code === 'refunded') return 'refunded'
  if (result?.error?.code === 'unconfirmed' && channel === 'qr' && expiresAtMs <= nowMs) return 'expired'
  return result?.status ?? 'pending'
}

/** The scene of `state` at `nowMs`, in a phase that began at `sinceMs`. Both by the clock that `expiresAtMs` is of. */
export const sceneOf = (state: State, nowMs: number, sinceMs: number): SceneName => {
  if (state.phase === 'settled') return ended(state, nowMs)
  if (state.phase === 'showing') return whileShowing(state, nowMs)
  if (state.phase === 'invoking' && state.channel === 'qr') return 'preparing'
  return state.phase === 'confirming' && nowMs - sinceMs >= longMs ? 'waiting' : state.phase
}

/** What a fresh page mends, or shows: the price, the wallet's bridge, an identity, a newer isopay. */
const mendedByReload: readonly (Code | undefined)[] = [
  'amount_mismatch',
  'bridge_missing',
  'identity_missing',
  'action_unknown',
]

const afterFailure = (error: PayError | undefined): readonly Action[] => {
  if (mendedByReload.includes(error?.code)) return ['reload']
  if (error?.retry === 'safe') return scenes.failed.actions
  return error?.retry === 'ask-first' ? ['check'] : []
}

/** What can be done in it. Trying again is offered only where it cannot cost money; nothing once it was claimed as paid. */
export const actionsOf = (name: SceneName, { result, claim }: State): readonly Action[] => {
  if (name === 'failed') return afterFailure(result?.error)
  return name === 'confirming' && claim?.is === 'claimed' ? [] : scenes[name].actions
}
