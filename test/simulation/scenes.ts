/** Stories in which nothing goes wrong but the faults they are given, and whether those changed anything. */
import { createHash } from 'node:crypto'
import { audit } from './auditor.ts'
import { isopay } from './client.ts'
import type { Fault } from './faults.ts'
import { type Act, calmStory, type Payer, type Story } from './story.ts'
import { traitsOf, type Way, ways } from './way.ts'
import { play } from './world.ts'

const act = (atMs: number, does: Act['does']): Act => ({ atMs, tab: 0, order: 0, does })
const payer = (does: Payer['does']): Payer => ({ does, afterMs: 3_000 })

type Plot = Pick<Story, 'payers' | 'acts'>

/** Between them they pass every step, and most steps both with a payment that is out and with one that is paid. */
const plots: readonly Plot[] = [
  {
    payers: [payer('turns-back'), payer('pays')],
    acts: [act(0, 'ahead'), act(2_000, 'tap'), act(20_000, 'tap'), act(23_000, 'ask-close'), act(90_000, 'tap')],
  },
  {
    payers: [payer('pays'), payer('dawdles')],
    acts: [
      ...[act(0, 'tap'), act(12_000, 'load'), act(13_000, 'ahead'), act(15_000, 'tap'), act(15_200, 'ask-close')],
      ...[act(20_000, 'other-wallet'), act(24_000, 'remount'), act(30_000, 'load'), act(31_000, 'tap')],
    ],
  },
]

const storiesOf = (plot: Plot): readonly Story[] =>
  ways.flatMap((way) =>
    (traitsOf(way).setting === 'browser' ? [false, true] : [false]).map((detour) =>
      calmStory(way, { ...plot, detour, holds: detour }),
    ),
  )

/** Each plot in each place. */
export const scenes: readonly (readonly Story[])[] = plots.map(storiesOf)

interface Run {
  /** All the faults struck. */
  readonly struck: boolean
  /** Of all that anybody did and said. */
  readonly trace: string
  readonly broken: readonly string[]
}

const named = (faults: readonly Fault[], way: Way): string =>
  `${faults.map(({ is, at, nth }) => `${is} at ${at} (${nth})`).join(' and ')}, ${way}`

const news = async (scene: Story, faults: readonly Fault[]): Promise<Run> => {
  const file = await play({ ...scene, faults }, isopay)
  return {
    struck: file.terms.struck === faults.length,
    trace: createHash('sha1').update(JSON.stringify(file.entries)).digest('base64'),
    broken: audit(file).map(({ rule }) => `${named(faults, scene.way)}: ${rule}`),
  }
}

const known = new Map<Story, Map<string, Promise<Run>>>()

/** What there is one fault in at most is played once, however often it is asked for. */
const run = (scene: Story, faults: readonly Fault[]): Promise<Run> => {
  if (faults.length > 1) return news(scene, faults)
  const runs = known.get(scene) ?? new Map<string, Promise<Run>>()
  const key = named(faults, scene.way)
  const found = runs.get(key) ?? news(scene, faults)
  known.set(scene, runs.set(key, found))
  return found
}

export interface Blow {
  readonly scene: Story
  /** The faults struck, and without any one of them the run would have been another. */
  readonly matters: boolean
  readonly broken: readonly string[]
}

export const strike = async (scene: Story, faults: readonly Fault[]): Promise<Blow> => {
  const { struck, trace, broken } = await run(scene, faults)
  const fewer = [[], ...faults.map((fault) => faults.filter((each) => each !== fault))]
  const without = await Promise.all(fewer.map((each) => run(scene, each)))
  return { scene, broken, matters: struck && without.every((each) => each.trace !== trace) }
}
