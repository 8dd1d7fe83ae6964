/** One core's share: plays what it is told to, and says how it went. */
import { campaign, emptyTally, type Tally } from './campaign.ts'

export interface Share {
  readonly from: number
  readonly count: number
}

export interface Outcome {
  readonly tally: Tally
  /** Of this core, since it began. */
  readonly cpuS: number
  readonly failedSeed: number | null
}

// Stack traces cost more than all else that is done here, and no rule looks at one.
Error.stackTraceLimit = 0

const cpuS = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

process.on('message', async ({ from, count }: Share) => {
  const tally = emptyTally()
  const failure = await campaign(from, count, { tally })
  process.send?.({ tally, cpuS: cpuS(), failedSeed: failure?.story.seed ?? null } satisfies Outcome)
})
