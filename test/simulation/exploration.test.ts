import { beforeAll, describe, expect, it } from 'vitest'
import { firstWorld, type World } from './exploration.ts'
import { movesFrom } from './moves.ts'

interface Reached {
  readonly world: World
  /** The shortest way to it, as a chain. */
  readonly from: Reached | null
  readonly by: string
}

const reached = new Map<string, Reached>()
/** Who leads to a state: for the way back from the ends. */
const leadingTo = new Map<string, string[]>()
const keyOf = (world: World): string => JSON.stringify(world)

const wayTo = (state: Reached | null): readonly string[] => (state ? [...wayTo(state.from), state.by] : [])

const reach = (key: string, state: Reached): boolean => {
  if (reached.has(key)) return false
  reached.set(key, state)
  return true
}

const explore = (): void => {
  let open: (readonly [string, Reached])[] = [[keyOf(firstWorld), { world: firstWorld, from: null, by: 'start' }]]
  for (const [key, state] of open) reach(key, state)
  while (open.length > 0) {
    const next: (readonly [string, Reached])[] = []
    for (const [key, state] of open)
      for (const { name, to } of movesFrom(state.world)) {
        const found = keyOf(to)
        const there = { world: to, from: state, by: name }
        if (reach(found, there)) next.push([found, there])
        const sources = leadingTo.get(found)
        if (sources) sources.push(key)
        else leadingTo.set(found, [key])
      }
    open = next
  }
}

const isOver = ({ tabs }: World): boolean => tabs.every((tab) => tab?.told !== '')

/** All states out of which an end can be reached. */
const endable = (): ReadonlySet<string> => {
  const found = new Set([...reached].filter(([, { world }]) => isOver(world)).map(([key]) => key))
  for (const key of found) for (const source of leadingTo.get(key) ?? []) found.add(source)
  return found
}

describe('every order of events, for two tabs, two taps in each and three faults', () => {
  beforeAll(explore, 600_000)

  it('breaks no law', () => {
    console.log(`${reached.size.toLocaleString('en')} states`)
    expect(reached.size).toBeGreaterThan(10_000)
    const wrong = [...reached.values()].find(({ world }) => world.wrong !== '')
    expect(wrong && [wrong.world.wrong, ...wayTo(wrong)]).toBeUndefined()
  })

  it('is never stuck: out of each state both tabs can come to an end', () => {
    expect(endable().size).toBe(reached.size)
  })
})
