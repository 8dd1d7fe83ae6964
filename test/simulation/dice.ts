/** What chance decides, with a seed: one seed, one sequence. */
import { chanceFrom } from '../../src/testing/chance.ts'

export interface Dice {
  /** In [0, 1). */
  readonly chance: () => number
  /** A whole number in [0, below). */
  readonly below: (below: number) => number
  readonly happens: (share: number) => boolean
  readonly oneOf: <T>(things: readonly T[]) => T
}

/** Spread first: neighbouring seeds must not resemble each other. */
const spread = (seed: number): number => Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995

export const makeDice = (seed: number): Dice => {
  const chance = chanceFrom(spread(seed))
  const below = (limit: number) => Math.floor(chance() * limit)
  const oneOf = <T>(things: readonly T[]): T => {
    const thing = things[below(things.length)]
    if (thing === undefined) throw new Error('nothing to choose from')
    return thing
  }
  return { chance, below, oneOf, happens: (share) => chance() < share }
}
