import { beforeAll, describe, expect, it } from 'vitest'
import { emptyTally, judge } from './campaign.ts'
import { isopay } from './client.ts'
import { everyFault, type Fault, steps } from './faults.ts'
import { calmStory, type Payer, type Story } from './story.ts'
import { traitsOf, ways } from './way.ts'

beforeAll(() => {
  Error.stackTraceLimit = 0
})

/** The payer turns back, taps again and pays: between them, these stories pass every step. */
const payers: readonly Payer[] = [
  { does: 'turns-back', afterMs: 3_000 },
  { does: 'pays', afterMs: 3_000 },
]

const storiesOf = (faults: readonly Fault[]): readonly Story[] =>
  ways.flatMap((way) =>
    (traitsOf(way).setting === 'browser' ? [false, true] : [false]).map((detour) =>
      calmStory(way, {
        faults,
        payers,
        detour,
        holds: detour,
        acts: [
          { atMs: 0, tab: 0, order: 0, does: 'ahead' },
          { atMs: 2_000, tab: 0, order: 0, does: 'tap' },
          { atMs: 20_000, tab: 0, order: 0, does: 'tap' },
          { atMs: 23_000, tab: 0, order: 0, does: 'ask-close' },
          { atMs: 90_000, tab: 0, order: 0, does: 'tap' },
        ],
      }),
    ),
  )

interface Strike {
  /** Those in which all the faults struck. */
  readonly ways: readonly string[]
  readonly broken: readonly string[]
}

const strike = async (faults: readonly Fault[]): Promise<Strike> => {
  const results = await Promise.all(
    storiesOf(faults).map(async (story) => {
      const tally = emptyTally()
      const verdicts = await judge(story, isopay, tally)
      const name = faults.map(({ is, at, nth }) => `${is} at ${at} (${nth})`).join(' and ')
      return {
        ways: tally.struck === faults.length ? [story.way] : [],
        broken: verdicts.map(({ rule }) => `${name}, ${story.way}: ${rule}`),
      }
    }),
  )
  return { ways: results.flatMap((each) => each.ways), broken: results.flatMap(({ broken }) => broken) }
}

describe(`every step with every fault: ${everyFault.length} cells`, () => {
  it.each(steps)('%s', async (at) => {
    const cells = everyFault.filter((fault) => fault.at === at)
    for (const { is } of cells) {
      const results = await Promise.all([0, 1].map((nth) => strike([{ at, is, nth }])))
      expect(results.flatMap(({ broken }) => broken)).toEqual([])
      expect(results[0]?.ways, `${is} at ${at} never struck`).not.toEqual([])
    }
  })
})

/** Each fault once, at the first of the steps that it is about. */
const kinds = [...new Map(everyFault.map((fault) => [fault.is, fault])).values()]

/** Which time of its step each of the two strikes: until they have met in one story. */
const times = [
  [0, 0],
  [0, 1],
  [1, 0],
] as const

const meet = async (first: Omit<Fault, 'nth'>, second: Omit<Fault, 'nth'>): Promise<boolean> => {
  for (const [one, other] of times) {
    const { ways: met, broken } = await strike([
      { ...first, nth: one },
      { ...second, nth: other },
    ])
    expect(broken).toEqual([])
    if (met.length > 0) return true
  }
  return false
}

describe('every pair of faults', () => {
  it(`of ${kinds.length} meets, but where no place knows both`, { timeout: 600_000 }, async () => {
    const homes = new Map<string, readonly string[]>()
    for (const kind of kinds) homes.set(kind.is, (await strike([{ ...kind, nth: 0 }])).ways)
    const homesOf = ({ is }: { readonly is: string }) => homes.get(is) ?? []
    const neverMet: string[] = []
    let met = 0
    for (const [place, first] of kinds.entries())
      for (const second of kinds.slice(place + 1)) {
        const shared = homesOf(first).some((way) => homesOf(second).includes(way))
        if (await meet(first, second)) met += 1
        else if (shared) neverMet.push(`${first.is} + ${second.is}`)
      }
    expect(neverMet).toEqual([])
    // At a till there is no bridge and no login: 13 faults of those meet none of its 5.
    expect((kinds.length * (kinds.length - 1)) / 2 - met).toBe(13 * 5)
  })
})
