/** Door `isopay`: take a payment from wherever this runs. */
import { createCheckoutIn, type World } from './checkout/create.ts'
import { detect as detectAmong } from './checkout/detect.ts'
import type { CheckoutOptions } from './checkout/options.ts'
import type { Checkout } from './core/checkout.ts'
import type { Channel, Host, Signals } from './core/ports.ts'
import type { Platform } from './core/words.ts'
import { makeMiniHost } from './host/mini.ts'
import { findRuntime } from './host/mini-runtimes.ts'
import { makeNodeHost } from './host/node.ts'
import { readSignals } from './host/signals.ts'
import { makeWebHost } from './host/web.ts'
import { places } from './platforms/everywhere.ts'
import { type Diagnosis, diagnose as diagnoseBy } from './symptoms/diagnose.ts'
import { symptoms } from './symptoms/everywhere.ts'

export type { CheckoutOptions } from './checkout/options.ts'
export type { Call, Checkout, Choice, Explanation, Identity, PayOptions, Trace } from './core/checkout.ts'
export { type Cause, type Code, isPayError, type PayError, type Retry } from './core/errors.ts'
export type { AppBridge, Signals } from './core/ports.ts'
export type { Amount, Claim, Payment, Phase, Platform, Result, State, Status } from './core/words.ts'
export type { Diagnosis } from './symptoms/diagnose.ts'

const channels = [...new Set(places.reduce<Channel[]>((all, place) => all.concat(place.channels), []))]

const hostFor = ({ hosts = [], endpoint }: CheckoutOptions): Host => {
  if (readSignals().objects.includes('document')) return makeWebHost({ hosts, endpoint })
  const runtime = findRuntime()
  return runtime ? makeMiniHost(runtime) : makeNodeHost()
}

const world: World = {
  places,
  channels,
  readSignals,
  live: new Map(),
  makeHost: (options) => ({ ...hostFor(options), bridge: options.bridge }),
}

/**
 * A checkout for the place this runs in: one for a page is enough.
 *
 * Throws `config_invalid` or `secret_in_config` where the options are wrong. Where nothing can be paid (a server render)
 * it does not throw: `pay` then settles as `failed`, `unsupported`.
 */
export const createCheckout = (options: CheckoutOptions): Checkout => createCheckoutIn(world, options)

/**
 * The place that these signals speak for, and the names and tokens that speak for it. Pure and total; without an
 * argument it looks around. What tells the places apart has its sources in `src/platforms`.
 */
export const detect = (signals: Signals = readSignals()): { platform: Platform; evidence: readonly string[] } => {
  const { platform, evidence } = detectAmong(places, signals)
  return { platform, evidence }
}

/**
 * Likely causes of a wallet's raw failure (an `err_msg`, a `resultCode`, an error page's words, a `PayError`), with
 * what to check; empty where nothing is known. Total. What it knows has its sources in `src/symptoms`.
 */
export const diagnose = (raw: unknown): readonly Diagnosis[] => diagnoseBy(symptoms, raw)
