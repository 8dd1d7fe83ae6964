/** Follows one payment at a time, and paints what it comes to: at each change, and where only time has passed. */
import type { Checkout } from '../core/checkout.ts'
import type { Host } from '../core/ports.ts'
import type { Amount, Payment, State } from '../core/words.ts'
import { type Look, lookAt } from './look.ts'
import { offerOf } from './offer.ts'
import { longMs } from './scenes.ts'
import type { Label, Words } from './words.ts'

export type Clock = Pick<Host, 'wallMs' | 'after'>

/** What may change while a panel stands. */
export interface Setting {
  readonly expect: Amount | undefined
  /** Those that the shop takes, best first. */
  readonly wallets: readonly string[]
  readonly watching: boolean
  readonly words: Words
  readonly language: string
  /** The language of the words, where it is not the page's; else ''. */
  readonly lang: string
}

export interface FollowingOptions {
  readonly checkout: Checkout
  readonly clock: Clock
  readonly setting: () => Setting
  /** Each state of the payment, and null where there is none. */
  readonly onState: (state: State | null) => void
}

/** The payment that is followed, and the wallet that was tapped for it. */
export interface Followed {
  readonly payment: Payment | null
  readonly wallet: string | undefined
}

export interface Following {
  readonly now: () => Followed
  readonly follow: (next: Followed) => void
  /** Says something instead of the scene's advice, until the next change. */
  readonly notify: (label: Label) => void
  readonly paint: () => void
  readonly letGo: () => void
}

/** In how long something changes that no event tells of: a second of the countdown, or a wait that has become long. */
const nextTickMs = ({ phase, expiresAtMs = 0 }: State, nowMs: number, sinceMs: number): number | undefined => {
  const leftMs = phase === 'confirming' ? sinceMs + longMs - nowMs : expiresAtMs - nowMs
  if (leftMs <= 0 || (phase !== 'confirming' && phase !== 'showing')) return undefined
  return phase === 'confirming' ? leftMs : ((leftMs - 1) % 1000) + 1
}

const nothing = (): void => {}

export const makeFollowing = (options: FollowingOptions, show: (look: Look) => void): Following => {
  const { checkout, clock, setting, onState } = options
  let followed: Followed = { payment: null, wallet: undefined }
  let notice: Label | undefined
  let phase: State['phase'] | undefined
  let sinceMs = 0
  let unsubscribe = nothing
  let cancelTick = nothing

  const state = (): State | null => followed.payment?.state ?? null

  const lookNow = (nowMs: number): Look => {
    const { wallets, ...set } = setting()
    const { here, elsewhere } = offerOf(checkout, wallets)
    return lookAt({
      ...set,
      state: state(),
      nowMs,
      sinceMs,
      wallets: here,
      elsewhere,
      wallet: followed.wallet,
      notice,
    })
  }

  const paint = (): void => {
    cancelTick()
    const [nowMs, seen] = [clock.wallMs(), state()]
    if (seen?.phase !== phase) sinceMs = nowMs
    phase = seen?.phase
    show(lookNow(nowMs))
    const delayMs = seen ? nextTickMs(seen, nowMs, sinceMs) : undefined
    cancelTick = delayMs === undefined ? nothing : clock.after(delayMs, paint)
  }

  const change = (): void => {
    notice = undefined
    paint()
    onState(state())
  }

  return {
    now: () => followed,
    paint,
    follow: (next) => {
      unsubscribe()
      followed = next
      unsubscribe = next.payment?.subscribe(change) ?? nothing
      change()
    },
    notify: (label) => {
      notice = label
      paint()
    },
    letGo: () => {
      unsubscribe()
      cancelTick()
    },
  }
}
