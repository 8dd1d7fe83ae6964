/** A payment for the eyes and the hands: what is pressed goes to the checkout, what comes of it is painted. */
import type { Checkout } from '../core/checkout.ts'
import type { Host } from '../core/ports.ts'
import type { Amount, Payment, State } from '../core/words.ts'
import { makeFace } from './face.ts'
import { lookAt } from './look.ts'
import { offerOf } from './offer.ts'
import { type Action, longMs } from './scenes.ts'
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
}

/** The payment that was followed, and the wallet that was tapped for it. */
export interface Left {
  readonly payment: Payment | null
  readonly wallet: string | undefined
}

export interface PanelOptions {
  readonly checkout: Checkout
  /** '' where the order is made in the tap. */
  readonly order: string
  readonly clock: Clock
  /** What an earlier panel of the same order left off with. */
  readonly left: Left | null
  readonly setting: () => Setting
  /** A wallet was tapped. True: go on and pay. */
  readonly onTap: (wallet: string) => boolean
  readonly reload: () => void
  /** Each state of the payment, and null where there is none. */
  readonly onState: (state: State | null) => void
}

export interface Panel {
  /** To be called in the tap. */
  readonly pay: (wallet?: string) => Payment
  /** The setting has changed. */
  readonly refresh: () => void
  /** Lets go of the payment, which goes on. */
  readonly unmount: () => Left
}

/** In how long something changes that no event tells of: a second of the countdown, or a wait that has become long. */
const nextTickMs = ({ phase, expiresAtMs = 0 }: State, nowMs: number, sinceMs: number): number | undefined => {
  const leftMs = phase === 'confirming' ? sinceMs + longMs - nowMs : expiresAtMs - nowMs
  if (leftMs <= 0 || (phase !== 'confirming' && phase !== 'showing')) return undefined
  return phase === 'confirming' ? leftMs : ((leftMs - 1) % 1000) + 1
}

const nothing = (): void => {}

/** Shows the payment of `order` that is under way, or else the wallets to choose from. */
export const mountPanel = (root: ShadowRoot, options: PanelOptions): Panel => {
  const { checkout, order, clock, setting } = options
  let payment: Payment | null = null
  let wallet = options.left?.wallet
  let notice: Label | undefined
  let phase: State['phase'] | undefined
  let sinceMs = 0
  let unsubscribe = nothing
  let cancelTick = nothing

  const tick = (state: State, nowMs: number): void => {
    const delayMs = nextTickMs(state, nowMs, sinceMs)
    cancelTick = delayMs === undefined ? nothing : clock.after(delayMs, paint)
  }

  const paint = (): void => {
    cancelTick()
    const state = payment?.state ?? null
    const nowMs = clock.wallMs()
    if (state?.phase !== phase) sinceMs = nowMs
    phase = state?.phase
    const { wallets, ...set } = setting()
    const { here, elsewhere } = offerOf(checkout, wallets)
    face.paint(lookAt({ ...set, state, nowMs, sinceMs, wallets: here, elsewhere, wallet, notice }))
    if (state) tick(state, nowMs)
  }

  const change = (): void => {
    notice = undefined
    paint()
    options.onState(payment?.state ?? null)
  }

  const follow = (next: Payment | null): void => {
    unsubscribe()
    payment = next
    unsubscribe = next?.subscribe(change) ?? nothing
    change()
  }

  const pay = (chosen?: string): Payment => {
    const { expect } = setting()
    wallet = chosen
    const next = checkout.pay(order, { ...(chosen !== undefined && { wallet: chosen }), ...(expect && { expect }) })
    follow(next)
    return next
  }

  const resume = (): Payment | null => {
    const { expect } = setting()
    return order === '' ? null : checkout.resume(order, expect && { expect })
  }

  const tap = (chosen: string): void => {
    if (options.onTap(chosen)) pay(chosen)
  }

  /** Where there is but one wallet, choosing is no step of its own. */
  const choose = (): void => {
    const { here } = offerOf(checkout, setting().wallets)
    payment?.stop()
    follow(null)
    if (here.length === 1 && here[0] !== undefined) tap(here[0])
  }

  const renew = (): void => {
    face.forgetCode()
    if (payment?.state.phase === 'settled') pay(wallet)
    else payment?.renew()
  }

  const check = (): void => {
    const before = payment
    payment?.stop()
    follow(resume() ?? before)
  }

  const notify = (label: Label): void => {
    notice = label
    paint()
  }

  const cancel = (): void => {
    const closing = payment
    void closing?.close().then(({ status }) => {
      if (status === 'pending' && payment === closing) notify('notClosed')
    })
  }

  const acts: Readonly<Record<Action, () => void>> = {
    renew,
    check,
    cancel,
    again: choose,
    notYet: choose,
    reload: options.reload,
    stop: () => payment?.stop(),
  }

  const face = makeFace(root, {
    wallet: tap,
    action: (id) => acts[id as Action](),
    missing: () => notify('codeMissing'),
  })
  follow(options.left?.payment ?? resume())

  return {
    pay,
    refresh: paint,
    unmount: () => {
      unsubscribe()
      cancelTick()
      face.element.remove()
      return { payment, wallet }
    },
  }
}
