/** Handing an action to its channel, one at a time for each order. */
import type { Channel, Signal } from '../core/ports.ts'
import type { Claim } from '../core/words.ts'
import type { Offer } from './gate.ts'
import type { Setup } from './setup.ts'

/** Where the payment id is held when the page goes away. */
export interface Held {
  readonly recorded: boolean
  readonly inReturnUrl: boolean
}

/** A wallet that has been silent for this long is taken to be closed: the payer may try again. Our choice. */
const silentMs = 120_000

const carryOut = async (channel: Channel, { action }: Offer, { host }: Setup, signal: Signal): Promise<Claim> => {
  try {
    return channel.interpret(await channel.invoke(action as never, host, signal))
  } catch {
    return { is: 'unknown', reason: 'the channel threw' } // it may have reached the wallet first
  }
}

/** Known to the whole page while the wallet has it: a component that is mounted again joins it and invokes nothing. */
const invoke = (channel: Channel, offer: Offer, setup: Setup, signal: Signal): Promise<Claim> => {
  const turn = setup.turnOf(offer.order)
  const claim = carryOut(channel, offer, setup, signal)
  const { monotonicMs } = setup.host // a clock that somebody sets forward closes no sheet
  const atMs = monotonicMs()
  const entry = { payment: offer.payment, claim, ageMs: () => monotonicMs() - atMs }
  setup.live.set(turn, entry)
  void claim.then(() => setup.live.get(turn) === entry && setup.live.delete(turn))
  return claim
}

const untilEnd = (signal: Signal): Promise<null> =>
  new Promise((resolve) => {
    signal.onAbort(() => resolve(null))
  })

/** The answer to what this page invoked before, or `absent` where nothing is with the wallet. */
const join = ({ live, turnOf }: Setup, offer: Offer, signal: Signal): Claim | Promise<Claim | null> => {
  const entry = live.get(turnOf(offer.order))
  const joins = entry !== undefined && entry.payment === offer.payment && entry.ageMs() < silentMs
  return joins ? Promise.race([entry.claim, untilEnd(signal)]) : { is: 'absent', reason: 'bridge_missing' }
}

/** What became of it, or null where the payment ended first. Where another tab is paying this order, its end is waited for. */
export const invokeOffer = async (setup: Setup, offer: Offer, held: Held, signal: Signal): Promise<Claim | null> => {
  const channel = setup.channels.find(({ kind }) => kind === offer.action.kind)
  if (!channel) return { is: 'absent', reason: 'bridge_missing' }
  if (channel.leaves && !held.recorded && !held.inReturnUrl) return { is: 'absent', reason: 'storage_missing' }
  const joined = await join(setup, offer, signal)
  if (joined?.is !== 'absent') return joined
  const release = await setup.host.lock(setup.turnOf(offer.order))
  if (!release) return { is: 'left', reason: 'another tab is paying this order' }
  try {
    return signal.aborted ? null : await Promise.race([invoke(channel, offer, setup, signal), untilEnd(signal)])
  } finally {
    release()
  }
}
