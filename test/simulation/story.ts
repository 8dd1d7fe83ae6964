/** What happens in one run of the world, as data: a seed makes it, and a shrinker takes parts of it away. */
import { type Dice, makeDice } from './dice.ts'
import { cells, type Fault } from './faults.ts'
import { traitsOf, type Way, ways } from './way.ts'

/** What the payer does once a sheet of the wallet is up, or a code is on the screen. */
export interface Payer {
  readonly does: 'pays' | 'turns-back' | 'dawdles' | 'is-refused'
  readonly afterMs: number
}

/** What the payer does on the page, and the shop behind it. At a till a tap is the scan of a fresh code. */
export interface Act {
  readonly atMs: number
  readonly tab: number
  readonly order: number
  readonly does:
    | 'tap'
    | 'ahead'
    | 'load'
    | 'stop'
    | 'ask-close'
    | 'renew'
    | 'remount'
    | 'hide'
    | 'wake'
    | 'other-wallet'
    | 'scan-again'
    | 'reprice'
}

export interface Story {
  readonly seed: number
  readonly way: Way
  /** Two devices never share a record; two tabs do. */
  readonly detour: boolean
  readonly expiresS: number
  /** The server holds a look until something changes. */
  readonly holds: boolean
  /** The page says which amount it showed. */
  readonly expects: boolean
  readonly storage: boolean
  readonly locks: boolean
  /** How the payer comes back after the page has left. */
  readonly comesBack: 'loads' | 'steps-back' | 'elsewhere' | 'never'
  /** For the first sheet, the second …; the last one stands for all others. */
  readonly payers: readonly Payer[]
  readonly acts: readonly Act[]
  readonly faults: readonly Fault[]
}

const payerOf = (dice: Dice): Payer => ({
  does: dice.oneOf(['pays', 'pays', 'pays', 'turns-back', 'turns-back', 'dawdles', 'is-refused'] as const),
  afterMs: 500 + dice.below(dice.happens(0.2) ? 90_000 : 12_000),
})

const laterActs = [
  'tap',
  'tap',
  'tap',
  'load',
  'load',
  'stop',
  'ask-close',
  'renew',
  'remount',
  'hide',
  'wake',
  'other-wallet',
  'scan-again',
  'reprice',
] as const

const actOf = (dice: Dice): Act => ({
  atMs: dice.below(dice.happens(0.3) ? 3_000 : 60_000),
  tab: dice.happens(0.25) ? 1 : 0,
  order: dice.happens(0.1) ? 1 : 0,
  does: dice.oneOf(laterActs),
})

/** Early passes of a step are where most of a payment happens, so they are struck more often. */
const nthOf = (dice: Dice): number => (dice.happens(0.6) ? dice.below(2) : dice.below(8))

/** What is about one step alone is struck more often than its share of the table. */
const faultOf =
  (way: Way) =>
  (dice: Dice): Fault => {
    const { local, all } = cells[traitsOf(way).setting]
    return { ...dice.oneOf(dice.happens(0.3) ? local : all), nth: nthOf(dice) }
  }

const many = <T>(dice: Dice, most: number, make: (dice: Dice) => T): readonly T[] =>
  Array.from({ length: dice.below(most + 1) }, () => make(dice))

const first = (atMs: number, does: Act['does']): Act => ({ atMs, tab: 0, order: 0, does })

/** Two that share a record, one of them cut off from the server, and a page that is loaded again: rare by chance alone. */
const twins = (dice: Dice, atMs: number): Pick<Story, 'acts' | 'faults'> => ({
  acts: [
    { atMs: atMs + dice.below(3_000), tab: dice.below(2), order: 0, does: 'remount' },
    { atMs: atMs + dice.below(30_000), tab: dice.below(2), order: 0, does: 'load' },
  ],
  faults: [{ at: 'prepare', nth: dice.below(2), is: dice.oneOf(['unreachable', 'silence', 'slow', 'offline-20s']) }],
})

export const storyOf = (seed: number): Story => {
  const dice = makeDice(seed)
  const ahead = dice.happens(0.4) ? [first(0, 'ahead')] : []
  const tapMs = dice.below(4_000)
  const way = dice.oneOf(ways)
  const theme = dice.happens(0.1) ? twins(dice, tapMs) : { acts: [], faults: [] }
  return {
    seed,
    way,
    detour: dice.happens(0.15),
    expiresS: dice.oneOf([45, 60, 120, 300]),
    holds: dice.happens(0.5),
    expects: dice.happens(0.7),
    storage: dice.happens(0.93),
    locks: dice.happens(0.95),
    comesBack: dice.oneOf(['loads', 'loads', 'steps-back', 'elsewhere', 'never'] as const),
    payers: [payerOf(dice), payerOf(dice)],
    acts: [...ahead, first(tapMs, 'tap'), ...many(dice, 3, actOf), ...theme.acts],
    faults: [...many(dice, 4, faultOf(way)), ...theme.faults],
  }
}

/** Nothing goes wrong: what the table of pairs starts from. */
export const calmStory = (way: Way, news: Partial<Story> = {}): Story => ({
  seed: 1,
  way,
  detour: false,
  expiresS: 60,
  holds: false,
  expects: true,
  storage: true,
  locks: true,
  comesBack: 'loads',
  payers: [{ does: 'pays', afterMs: 3_000 }],
  acts: [first(0, 'ahead'), first(2_000, 'tap')],
  faults: [],
  ...news,
})
