/** A stage: one page or mini program in one place, a wallet, a merchant, and a clock that only the test moves. */
import { createCheckoutIn } from '../checkout/create.ts'
import type { CheckoutOptions } from '../checkout/options.ts'
import type { Checkout } from '../core/checkout.ts'
import type { Place } from '../core/ports.ts'
import type { FakeBridge } from './bridges.ts'
import { type FakeHost, fakeHost } from './fake.ts'
import { type FakeMerchant, fakeMerchant } from './merchant.ts'

/** Where a test plays, and with whom. */
export interface StageOptions {
  /** A platform's name, such as `wechat-browser`, `mobile-browser`, `wechat-mini`. `desktop-browser` where none is named. */
  readonly place?: string
  /** The wallet's object that is there. */
  readonly bridge?: FakeBridge
  /** The merchant's server; a new one that keeps the rules where none is handed in. */
  readonly merchant?: FakeMerchant
  /** Options of the checkout. */
  readonly checkout?: Partial<CheckoutOptions>
  /** The address of the page. */
  readonly url?: string
  /** Another tab of that stage's browser: one clock, one storage, one merchant. */
  readonly beside?: Stage
}

/** What a test holds in its hands. */
export interface Stage {
  /** The checkout under test: hand it to the shop's own code. */
  readonly checkout: Checkout
  /** The merchant's server. */
  readonly merchant: FakeMerchant
  /** The page's runtime: its clock, storage, ways out, and what it still holds. */
  readonly page: FakeHost
  /** Passes `ms` milliseconds: what falls due runs in order. */
  readonly advance: (ms: number) => Promise<void>
  /** The page goes and is loaded again, at the address it had or at another one: only storage is left. */
  readonly reload: (url?: string) => Stage
}

const endpoint = 'https://shop.example/pay'

/** `stage` for these places. Throws where no place has the name. */
export const stageIn =
  (places: readonly Place[]) =>
  (options: StageOptions = {}): Stage => {
    const { place: name = 'desktop-browser', bridge, beside, url } = options
    const place = places.find((each) => each.name === name)
    if (!place) throw new Error(`No place is called ${name}: ${places.map((each) => each.name).join(', ')}`)
    const merchant = options.merchant ?? beside?.merchant ?? fakeMerchant()
    const page = fakeHost({
      answer: merchant.answer,
      globals: { ...bridge?.globals },
      ...(url !== undefined && { url }),
      ...(beside && { beside: beside.page }),
    })
    bridge?.connect({ after: page.host.after, paid: merchant.pay })

    const checkout = createCheckoutIn(
      {
        places: [{ ...place, recognise: () => ['the stage'] }],
        channels: place.channels,
        readSignals: () => ({ userAgent: '', maxTouchPoints: 0, objects: [] }),
        live: new Map(),
        makeHost: () => page.host,
      },
      { endpoint, ...options.checkout },
    )

    const reload = (next = page.host.page.url()): Stage => {
      page.unload()
      return stageIn(places)({ ...options, merchant, url: next, beside: stage })
    }
    const stage: Stage = { checkout, merchant, page, advance: page.advance, reload }
    return stage
  }
