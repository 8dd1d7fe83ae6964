/** `npm run simulate -- --seeds N [--seed K]`: N schedules from seed K on, with progress and speed; a failure is told as a story. */
import { parseArgs } from 'node:util'
import { campaign, emptyTally, type Failure, report } from './campaign.ts'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '100000' }, seed: { type: 'string', default: '0' } },
})
const seeds = Number(values.seeds)
const first = Number(values.seed)
const stride = Math.max(1, Math.min(10_000, Math.ceil(seeds / 10)))

// Stack traces cost more than all else that is done here, and no rule looks at one.
Error.stackTraceLimit = 0

const startedMs = performance.now()
const tally = emptyTally()

const speed = (): string => {
  const { user, system } = process.cpuUsage()
  const cpuS = (user + system) / 1e6
  const wallS = (performance.now() - startedMs) / 1_000
  const perS = (count: number, seconds: number) => Math.round(count / seconds).toLocaleString('en')
  return `${perS(tally.payments, wallS)} payments/s (${perS(tally.payments, cpuS)} per second of one core)`
}

const progress = (): void => {
  const { schedules, payments, requests } = tally
  const [done, paid, asked] = [schedules, payments, requests].map((count) => count.toLocaleString('en'))
  console.log(`${done} schedules, ${paid} payments, ${asked} requests: no rule broken. ${speed()}`)
}

const run = async (): Promise<Failure | undefined> => {
  for (let seed = first; seed < first + seeds; seed += stride) {
    const failure = await campaign(seed, Math.min(stride, first + seeds - seed), { tally })
    if (failure) return failure
    progress()
  }
  return undefined
}

const failure = await run()
if (failure) {
  console.error(await report(failure))
  process.exitCode = 1
}
