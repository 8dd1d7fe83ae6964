/** Why each channel is offered here or is not: the answer of `checkout.explain()`. */
import type { Choice, Explanation } from '../core/checkout.ts'
import type { Channel, Place, Signals } from '../core/ports.ts'

/** A bridge that is missing now may still come: it is waited for in the tap. */
const whyTaken = ({ needs }: Channel, { objects }: Signals): string => {
  const missing = needs.filter((name) => !objects.includes(name))
  if (missing.length > 0) return `${missing.join(', ')} is not here yet, and is looked for in the tap`
  return needs.length > 0 ? `${needs.join(', ')} is here` : 'needs nothing of the place'
}

const whyLeft = (kind: string, place: Place): string => {
  const reasons = new Map(Object.entries(place.without))
  return reasons.get(kind) ?? `No way of paying in ${place.name}`
}

const choose = (place: Place, offered: readonly Channel[], signals: Signals) => {
  const isOfPlace = (kind: string): boolean => place.channels.some((channel) => channel.kind === kind)
  return (kind: string): Choice => {
    const channel = offered.find((each) => each.kind === kind)
    if (channel) return { kind, taken: true, why: whyTaken(channel, signals) }
    return { kind, taken: false, why: isOfPlace(kind) ? 'Left out by the option accepts' : whyLeft(kind, place) }
  }
}

/** The channels that are offered best first, then all others that are known, each with the reason. Pure. */
export const explain = (
  place: Place,
  evidence: readonly string[],
  all: readonly Channel[],
  offered: readonly Channel[],
  signals: Signals,
): Explanation => {
  const kinds = new Set([...offered, ...place.channels, ...all].map(({ kind }) => kind))
  for (const kind of Object.keys(place.without)) kinds.add(kind)
  const channels = [...kinds].map(choose(place, offered, signals))
  return { platform: place.name, evidence, channels, ...(place.wallets && { wallets: place.wallets }) }
}
