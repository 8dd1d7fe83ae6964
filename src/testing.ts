/** Door `isopay/testing`: a shop tries its checkout without a phone, and holds its server against the contract. For tests only. */
import type { Channel } from './core/ports.ts'
import { places } from './platforms/everywhere.ts'
import { type Stage, type StageOptions, stageIn } from './testing/stage.ts'

export type { CheckoutOptions } from './checkout/options.ts'
export type { Checkout, PayOptions } from './core/checkout.ts'
export type { Channel } from './core/ports.ts'
export type { Amount, Payment, Result, State } from './core/words.ts'
export {
  alipayJsBridge,
  type FakeBridge,
  myMini,
  type WalletFaults,
  weixinBridge,
  wxMini,
} from './testing/bridges.ts'
export { type ChannelFixture, type ChannelRow, testChannel } from './testing/channel.ts'
export { type FakeHost, type FakeOptions, fakeHost } from './testing/fake.ts'
export {
  type Asked,
  type FakeMerchant,
  type FakeMerchantOptions,
  fakeMerchant,
  type MerchantFaults,
} from './testing/merchant.ts'
export type { Stage, StageOptions } from './testing/stage.ts'
export { type MerchantTrialOptions, type Report, testMerchant } from './trial/merchant.ts'
export type { Verdict } from './trial/run.ts'

/** Every way of paying of this package, by the kind of its action. */
export const channels: Readonly<Record<string, Channel>> = Object.fromEntries(
  places.flatMap((place) => place.channels).map((channel) => [channel.kind, channel]),
)

const openStage = stageIn(places)

/**
 * A page or mini program in one place, with a checkout that runs by a clock of the test's own. Time stands still but for
 * `advance`; the merchant keeps the contract's rules but for its faults. Throws where no platform has that name.
 */
export const stage = (options: StageOptions = {}): Stage => openStage(options)
