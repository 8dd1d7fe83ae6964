/** Sets a checkout up for the place it runs in. */
import { bare } from '../contract/own.ts'
import type { Checkout, PayOptions } from '../core/checkout.ts'
import { PayError } from '../core/errors.ts'
import { untold } from '../core/final.ts'
import type { Channel, Host, Place, Signals } from '../core/ports.ts'
import type { Payment } from '../core/words.ts'
import { makeClock } from './clock.ts'
import type { Plan } from './course.ts'
import { detect } from './detect.ts'
import { explain } from './explain.ts'
import { readError } from './gate.ts'
import { type CheckoutOptions, checkOptions, checkOrder } from './options.ts'
import { makePacer } from './pacer.ts'
import { makePlans } from './planning.ts'
import { makeLedger } from './record.ts'
import { run } from './run.ts'
import { settledPayment } from './settled.ts'
import type { Live, Setup } from './setup.ts'
import { makeTransport } from './transport.ts'

/** What a door binds: the places it knows, and the hands of the runtime they are in. */
export interface World {
  readonly places: readonly Place[]
  readonly channels: readonly Channel[]
  readonly readSignals: () => Signals
  readonly live: Live
  readonly makeHost: (options: CheckoutOptions) => Host
}

/** A kind that the place leaves out is taken where the shop asks for it, and this door knows it. */
const accepted = (world: World, { channels }: Place, { accepts }: CheckoutOptions): readonly Channel[] => {
  if (!accepts) return channels
  const known = [...channels, ...world.channels]
  return accepts(channels.map(({ kind }) => kind))
    .map((kind) => known.find((channel) => channel.kind === kind))
    .filter((channel) => channel !== undefined)
}

/** What records and locks of this checkout are kept under. */
export const nameOf = ({ endpoint = 'send' }: CheckoutOptions): string => endpoint
export const turnOf = (name: string, order: string): string => `isopay/${name}/${order}`

const setUp = (world: World, options: CheckoutOptions, place: Place, host: Host): Setup => {
  const name = nameOf(options)
  return {
    host,
    platform: place.name,
    channels: accepted(world, place, options),
    identify: place.identify,
    transport: makeTransport(options, host, readError),
    ledger: makeLedger(host.store, name),
    returnUrl: options.returnUrl,
    deadlineMs: options.deadlineMs,
    observe: options.observe,
    turnOf: (order) => turnOf(name, order),
    live: world.live,
    pace: makePacer(host),
    nowMs: makeClock(host),
    underWay: new Map(),
    holds: true,
  }
}

/** The wallets of another house, or no channel at all: nothing is sent, and the reason says which. */
const whyUnsupported = (place: Place, { channels }: Setup, wallet: string | undefined): PayError | null => {
  if (place.name === 'server') return new PayError('unsupported')
  if (channels.length === 0) return new PayError('unsupported_here', place.name)
  const foreign = wallet !== undefined && place.wallets !== undefined && !place.wallets.includes(wallet)
  return foreign ? new PayError('unsupported_here', `${wallet} in ${place.name}`) : null
}

/** A bridge that is handed in speaks for its place as an object that is found does. */
const seenIn = ({ readSignals }: World, { bridge }: CheckoutOptions): Signals => {
  const signals = readSignals()
  return bridge ? { ...signals, objects: [...signals.objects, 'bridge'] } : signals
}

/** Nothing is sent under it: a server render has no randomness to spend. */
const noId = '0'.repeat(32)

export const createCheckoutIn = (world: World, asked: CheckoutOptions): Checkout => {
  const options = bare<CheckoutOptions>(asked)
  checkOptions(options)
  const signals = seenIn(world, options)
  const { place, evidence } = detect(world.places, signals)
  const host = world.makeHost(options)
  const setup = setUp(world, options, place, host)
  const plans = makePlans(setup, options)

  const go = (plan: Plan): Payment => {
    if (plan.begin !== 'code' || plan.identity) return run(setup, plan)
    return settledPayment(untold('failed', { payment: noId, order: plan.order }, new PayError('code_used')), place.name)
  }

  const current = (order: string): Payment | undefined => setup.underWay.get(order)

  const unsupported = (order: string, wallet: string | undefined): Payment | null => {
    const error = whyUnsupported(place, setup, wallet)
    return error && settledPayment(untold('failed', { payment: noId, order }, error), place.name)
  }

  const prepare = (order: string, asked?: PayOptions): void => {
    checkOrder(order)
    const given = bare<PayOptions>(asked)
    if (!current(order) && !whyUnsupported(place, setup, given.wallet)) plans.ahead(order, given)
  }

  const pay = (order: string, asked?: PayOptions): Payment => {
    checkOrder(order)
    const given = bare<PayOptions>(asked)
    return current(order) ?? unsupported(order, given.wallet) ?? go(plans.tap(order, given))
  }

  const resume = (order: string, asked?: PayOptions): Payment | null => {
    checkOrder(order)
    const payment = current(order)
    if (payment) return payment
    const plan = plans.resume(order, bare(asked))
    return plan && run(setup, plan)
  }

  return {
    platform: place.name,
    prepare,
    pay,
    resume,
    explain: () => explain(place, evidence, world.channels, setup.channels, signals),
  }
}
