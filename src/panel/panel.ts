/** A payment for the eyes and the hands: what is pressed goes to the checkout, what comes of it is painted. */
import type { Payment } from '../core/words.ts'
import { makeFace } from './face.ts'
import { type Followed, type FollowingOptions, makeFollowing } from './following.ts'
import { offerOf } from './offer.ts'
import type { Action } from './scenes.ts'

export interface PanelOptions extends FollowingOptions {
  /** '' where the order is made in the tap. */
  readonly order: string
  /** What an earlier panel of the same order left off with. */
  readonly left: Followed | null
  /** A wallet was tapped. True: go on and pay. */
  readonly onTap: (wallet: string) => boolean
  readonly reload: () => void
}

export interface Panel {
  /** To be called in the tap. */
  readonly pay: (wallet?: string) => Payment
  /** The setting has changed. */
  readonly refresh: () => void
  /** Lets go of the payment, which goes on. */
  readonly unmount: () => Followed
}

/** Shows the payment of `order` that is under way, or else the wallets to choose from. */
export const mountPanel = (root: ShadowRoot, options: PanelOptions): Panel => {
  const { checkout, order, setting } = options

  const pay = (wallet?: string): Payment => {
    const { expect } = setting()
    const payment = checkout.pay(order, { ...(wallet !== undefined && { wallet }), ...(expect && { expect }) })
    follow({ payment, wallet })
    return payment
  }

  const resume = (): Payment | null => {
    const { expect } = setting()
    return order === '' ? null : checkout.resume(order, expect && { expect })
  }

  const tap = (wallet: string): void => {
    if (options.onTap(wallet)) pay(wallet)
  }

  /** Where there is but one wallet, choosing is no step of its own. */
  const choose = (): void => {
    const { payment, wallet } = now()
    follow({ payment: null, wallet })
    payment?.stop() // no longer followed: the page is not told of an end that the payer did not see
    const [only, ...others] = offerOf(checkout, setting().wallets).here
    if (only !== undefined && others.length === 0) tap(only)
  }

  const renew = (): void => {
    const { payment, wallet } = now()
    face.forgetCode()
    if (payment?.state.phase === 'settled') pay(wallet)
    else payment?.renew()
  }

  const check = (): void => {
    const { payment, wallet } = now()
    letGo()
    payment?.stop()
    follow({ payment: resume() ?? payment, wallet })
  }

  const cancel = (): void => {
    const { payment } = now()
    void payment?.close().then(({ status }) => {
      if (status === 'pending' && payment === now().payment) notify('notClosed')
    })
  }

  const acts: Readonly<Record<Action, () => void>> = {
    renew,
    check,
    cancel,
    again: choose,
    notYet: choose,
    reload: options.reload,
    stop: () => now().payment?.stop(),
  }

  const face = makeFace(root, {
    wallet: tap,
    action: (id) => acts[id as Action](),
    missing: () => notify('codeMissing'),
  })
  const { now, follow, notify, paint, letGo } = makeFollowing(options, face.paint)
  follow({ payment: options.left?.payment ?? resume(), wallet: options.left?.wallet })

  return {
    pay,
    refresh: paint,
    unmount: () => {
      letGo()
      face.element.remove()
      return now()
    },
  }
}
