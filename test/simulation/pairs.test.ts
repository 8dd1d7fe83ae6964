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

/** The stories in which all these faults struck, and what was broken. */
const strike = async (
  faults: readonly Fault[],
): Promise<{ readonly struck: number; readonly broken: readonly string[] }> => {
  const results = await Promise.all(
    storiesOf(faults).map(async (story) => {
      const tally = emptyTally()
      const verdicts = await judge(story, isopay, tally)
      const name = faults.map(({ is, at, nth }) => `${is} at ${at} (${nth})`).join(' and ')
      return {
        struck: tally.struck === faults.length,
        broken: verdicts.map(({ rule }) => `${name}, ${story.way}: ${rule}`),
      }
    }),
  )
  return { struck: results.filter(({ struck }) => struck).length, broken: results.flatMap(({ broken }) => broken) }
}

describe(`every step with every fault: ${everyFault.length} cells`, () => {
  it.each(steps)('%s', async (at) => {
    const cells = everyFault.filter((fault) => fault.at === at)
    for (const { is } of cells) {
      const results = await Promise.all([0, 1].map((nth) => strike([{ at, is, nth }])))
      expect(results.flatMap(({ broken }) => broken)).toEqual([])
      expect(results[0]?.struck, `${is} at ${at} never struck`).toBeGreaterThan(0)
    }
  })
})

describe('every pair of faults', () => {
  /** Each fault once, at the steps that it is about. */
  const kinds = [...new Map(everyFault.map((fault) => [fault.is, fault])).values()]

  /** Which time of its step each of the two strikes: until they have met in one story. */
  const times = [
    [0, 0],
    [0, 1],
    [1, 0],
  ] as const

  it(`all ${(kinds.length * (kinds.length - 1)) / 2} pairs`, { timeout: 600_000 }, async () => {
    const neverMet: string[] = []
    for (const [place, first] of kinds.entries())
      for (const second of kinds.slice(place + 1)) {
        let met = false
        for (const [one, other] of times) {
          if (met) break
          const { struck, broken } = await strike([
            { ...first, nth: one },
            { ...second, nth: other },
          ])
          expect(broken).toEqual([])
          met = struck > 0
        }
        if (!met) neverMet.push(`${first.is} + ${second.is}`)
      }
    expect(neverMet).toEqual([])
  })
})
