/** Plays the stories of many seeds, and judges each. */
import { audit, type Verdict } from './auditor.ts'
import { type Client, isopay } from './client.ts'
import { shrink } from './shrink.ts'
import { type Story, storyOf } from './story.ts'
import { tell } from './tell.ts'
import { play } from './world.ts'

/** Played side by side, so that the event loop turns less often; each has a world of its own. */
const together = 8

export interface Failure {
  readonly story: Story
  readonly verdicts: readonly Verdict[]
}

export interface Tally {
  schedules: number
  payments: number
  requests: number
  /** Faults that struck. */
  struck: number
}

export const emptyTally = (): Tally => ({ schedules: 0, payments: 0, requests: 0, struck: 0 })

export const judge = async (story: Story, client: Client, tally?: Tally): Promise<readonly Verdict[]> => {
  const file = await play(story, client)
  if (tally) {
    tally.schedules += 1
    tally.struck += file.terms.struck
    for (const { did } of file.entries) {
      if (did === 'began') tally.payments += 1
      if (did === 'sent') tally.requests += 1
    }
  }
  return audit(file)
}

/** The first failure by its seed, or undefined. `tally` counts as it goes. */
export const campaign = async (
  from: number,
  count: number,
  { client = isopay, tally }: { readonly client?: Client; readonly tally?: Tally } = {},
): Promise<Failure | undefined> => {
  for (let seed = from; seed < from + count; seed += together) {
    const stories = Array.from({ length: Math.min(together, from + count - seed) }, (_, each) => storyOf(seed + each))
    const judged = await Promise.all(stories.map((story) => judge(story, client, tally)))
    const place = judged.findIndex((verdicts) => verdicts.length > 0)
    const story = stories[place]
    if (story) return { story, verdicts: judged[place] ?? [] }
  }
  return undefined
}

/** The failure as a story to read: only what it needs to fail by the same rule. */
export const report = async ({ story, verdicts }: Failure, client: Client = isopay): Promise<string> => {
  const rule = verdicts[0]?.rule
  const small = await shrink(story, async (each) =>
    (await judge(each, client)).some((verdict) => verdict.rule === rule),
  )
  const file = await play(small, client)
  const broken = audit(file).map(({ rule: name, why, atMs }) => `broken: ${name}, at ${atMs} ms: ${why}`)
  return [`seed ${story.seed}`, ...broken, tell(small, file)].join('\n')
}
