/** Door of `dist/mini`: the names of `isopay`, for a mini program alone. Nothing of a page's is in it. */
import { createCheckoutIn, type World } from './checkout/create.ts'
import { detect as detectAmong } from './checkout/detect.ts'
import type { CheckoutOptions } from './checkout/options.ts'
import type { Checkout } from './core/checkout.ts'
import type { Signals } from './core/ports.ts'
import type { Platform } from './core/words.ts'
import { makeMiniHost } from './host/mini.ts'
import { findRuntime, payingFunctions, type Runtime } from './host/mini-runtimes.ts'
import { miniChannels, miniPlaces } from './platforms/mini.ts'
import { type Diagnosis, diagnose as diagnoseBy } from './symptoms/diagnose.ts'
import { miniSymptoms } from './symptoms/mini.ts'

export { isPayError } from './core/errors.ts'

/** On a server that renders, or in a mini program that cannot pay: nothing is recognised there, and nothing is called. */
const nowhere: Runtime = { name: '', sdk: () => null, pays: [] }

const readSignals = (): Signals => ({ userAgent: '', maxTouchPoints: 0, objects: payingFunctions() })

const world: World = {
  places: miniPlaces,
  channels: miniChannels,
  readSignals,
  live: new Map(),
  makeHost: () => makeMiniHost(findRuntime() ?? nowhere),
}

/** As in `isopay`. */
export const createCheckout = (options: CheckoutOptions): Checkout => createCheckoutIn(world, options)

/** As in `isopay`. */
export const detect = (signals: Signals = readSignals()): { platform: Platform; evidence: readonly string[] } => {
  const { platform, evidence } = detectAmong(miniPlaces, signals)
  return { platform, evidence }
}

/** As in `isopay`. */
export const diagnose = (raw: unknown): readonly Diagnosis[] => diagnoseBy(miniSymptoms, raw)
