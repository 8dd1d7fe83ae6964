/** Chance with a seed: one seed, one sequence. */
export interface Dice {
  /** In [0, 1). */
  readonly chance: () => number
  /** A whole number in [0, below). */
  readonly below: (below: number) => number
  readonly happens: (share: number) => boolean
  readonly oneOf: <T>(things: readonly T[]) => T
}

/** mulberry32, with the seed spread first: neighbours must not resemble each other. */
const sequence = (seed: number): (() => number) => {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const makeDice = (seed: number): Dice => {
  const chance = sequence(seed)
  const below = (limit: number) => Math.floor(chance() * limit)
  const oneOf = <T>(things: readonly T[]): T => {
    const thing = things[below(things.length)]
    if (thing === undefined) throw new Error('nothing to choose from')
    return thing
  }
  return { chance, below, oneOf, happens: (share) => chance() < share }
}
