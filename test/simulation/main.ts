/**
 * `npm run simulate -- --seeds N [--seed K] [--cores C]`: N schedules from seed K on, with progress and speed; a failure is
 * told as a story.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Outcome } from './batch.ts'
import { campaign, emptyTally, report } from './campaign.ts'
import { sharesOf, spread } from './cores.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '0' },
    cores: { type: 'string', default: String(availableParallelism()) },
  },
})
const seeds = Number(values.seeds)
const stride = Math.max(1, Math.min(10_000, Math.ceil(seeds / 10)))

const startedMs = performance.now()
const tally = emptyTally()
const cpuS = new Map<number, number>()

const inEnglish = (count: number): string => Math.round(count).toLocaleString('en')

const hear = (outcome: Outcome, core: number): void => {
  for (const name of ['schedules', 'payments', 'requests', 'struck'] as const) tally[name] += outcome.tally[name]
  cpuS.set(core, outcome.cpuS)
  if (outcome.failedSeed !== null) return
  const { schedules, payments, requests } = tally
  const wallS = (performance.now() - startedMs) / 1_000
  const coreS = [...cpuS.values()].reduce((sum, each) => sum + each, 0)
  const speed = `${inEnglish(payments / wallS)} payments/s (${inEnglish(payments / coreS)} per second of one core)`
  const done = `${inEnglish(schedules)} schedules, ${inEnglish(payments)} payments, ${inEnglish(requests)} requests`
  console.log(`${done}: no rule broken. ${speed}`)
}

const run = async (): Promise<void> => {
  const failedSeed = await spread(sharesOf(Number(values.seed), seeds, stride), Number(values.cores), hear)
  const failure = failedSeed === null ? undefined : await campaign(failedSeed, 1)
  if (!failure) return
  console.error(await report(failure))
  process.exitCode = 1
}

await run()
