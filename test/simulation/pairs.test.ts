import { beforeAll, describe, expect, it } from 'vitest'
import { anywhere, everyFault, type Fault, type Step, steps } from './faults.ts'
import { scenes, strike } from './scenes.ts'
import type { Story } from './story.ts'

beforeAll(() => {
  Error.stackTraceLimit = 0
})

type Cell = Omit<Fault, 'nth'>

/** How often a step is passed before it goes wrong. */
const passes = [0, 1, 2, 3]
const always = 2

/** Each passes in which it strikes first are played; the others, until one is another than without the fault. */
const strikeCell = async (cell: Cell): Promise<boolean> => {
  let mattered = false
  for (const [plot, stories] of scenes.entries())
    for (const nth of passes) {
      if (mattered && (plot > 0 || nth >= always)) continue
      const blows = await Promise.all(stories.map((story) => strike(story, [{ ...cell, nth }])))
      expect(blows.flatMap(({ broken }) => broken)).toEqual([])
      mattered ||= blows.some(({ matters }) => matters)
    }
  return mattered
}

/** What has nothing to spoil at a step: no code is on the screen, nothing is paid, nothing is there to close, nobody listens. */
const idle: Readonly<Record<string, readonly Step[]>> = {
  renew: [
    ...(['load', 'ahead', 'login', 'prepare', 'bridge', 'bridge.answer', 'leave', 'code', 'reverse'] as const),
    ...(['lock', 'close.answer', 'told'] as const),
  ],
  refund: ['read', 'bridge', 'leave', 'shown', 'code', 'reverse'],
  'ask-close': ['ahead'],
  'listener-throws': ['leave'],
  // Who listens to `complete`, as isopay does, hears the same.
  'completes-only': ['bridge'],
}

describe(`every step with every fault: ${everyFault.length} cells`, () => {
  it.each(steps)('%s', { timeout: 300_000 }, async (at) => {
    const inVain: string[] = []
    for (const cell of everyFault.filter((fault) => fault.at === at))
      if (!(await strikeCell(cell))) inVain.push(cell.is)
    expect(inVain.sort()).toEqual(
      Object.keys(idle)
        .filter((is) => idle[is]?.includes(at))
        .sort(),
    )
  })
})

/** In the middle of a payment, but for what has nothing to spoil there. */
const middle: Readonly<Record<string, Step>> = { renew: 'shown', refund: 'told', 'listener-throws': 'prepare.answer' }
const homeOf = (is: string): Step => middle[is] ?? 'status'
const isAnywhere = (is: string): boolean => (anywhere as readonly string[]).includes(is)

/** Each fault once: at the first of the steps that it is about, or in the middle. */
const kinds: readonly Cell[] = [...new Set(everyFault.map(({ is }) => is))]
  .filter((is) => is !== 'completes-only')
  .map((is) => ({ is, at: isAnywhere(is) ? homeOf(is) : (everyFault.find((fault) => fault.is === is)?.at ?? 'load') }))

const homesOf = async (kind: Cell): Promise<ReadonlySet<Story>> => {
  const homes = new Set<Story>()
  for (const story of scenes.flat())
    for (const nth of passes) if ((await strike(story, [{ ...kind, nth }])).matters) homes.add(story)
  return homes
}

/** Which pass of its step each of the two strikes, the earliest first. */
const times = passes
  .flatMap((one) => passes.map((other) => [one, other] as const))
  .sort(([a, b], [c, d]) => a + b - c - d)

/** Until each has made a difference to the other in one story. */
const meet = async (first: Cell, second: Cell, shared: readonly Story[]): Promise<boolean> => {
  for (const stories of scenes.map((each) => each.filter((story) => shared.includes(story))))
    for (const [one, other] of times) {
      const faults = [
        { ...first, nth: one },
        { ...second, nth: other },
      ]
      const blows = await Promise.all(stories.map((story) => strike(story, faults)))
      expect(blows.flatMap(({ broken }) => broken)).toEqual([])
      if (blows.some(({ matters }) => matters)) return true
    }
  return false
}

describe('every pair of faults', () => {
  it(`of ${kinds.length} meets, but where no place knows both`, { timeout: 1_800_000 }, async () => {
    const homes = new Map<Cell, ReadonlySet<Story>>()
    for (const kind of kinds) homes.set(kind, await homesOf(kind))
    const neverMet: string[] = []
    const strangers: string[] = []
    for (const [place, first] of kinds.entries())
      for (const second of kinds.slice(place + 1)) {
        const shared = scenes.flat().filter((story) => homes.get(first)?.has(story) && homes.get(second)?.has(story))
        if (shared.length === 0) strangers.push(`${first.is} + ${second.is}`)
        else if (!(await meet(first, second, shared))) neverMet.push(`${first.is} + ${second.is}`)
      }
    // Nobody is awake to notice · who waits for money that a bridge lied about pays none · what is read is one or the other.
    expect(neverMet).toEqual(['sleep + unanswered', 'refund + says-ok', 'empty + garbled'])
    // A till has no bridge, no login and no amount of its own, and reads nothing back; a shown code needs none of the three.
    const [bridges, logins, tills, reads] = [3 + 9, 3, 5, 2]
    const atTills = tills * (bridges + logins + 1 + reads) + 2 // nothing is refunded where a charge is reversed
    expect(strangers.length).toBe(atTills + (bridges + logins + tills) + logins * (reads + 1))
  })
})
