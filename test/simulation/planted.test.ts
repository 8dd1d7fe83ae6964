import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { campaign, emptyTally } from './campaign.ts'
import { grow, type Plant } from './plant.ts'

const most = 100_000
const folder = join(import.meta.dirname, 'planted')

const plants = await Promise.all(
  readdirSync(folder).map(async (file): Promise<readonly [string, Plant]> => {
    const { plant } = (await import(`./planted/${file}`)) as { plant: Plant }
    return [file.replace('.ts', ''), plant]
  }),
)
const caught: string[] = []

afterAll(() => console.log(caught.join('\n')))

it('has at least sixty-five wrong variants', () => {
  expect(plants.length).toBeGreaterThanOrEqual(65)
})

it.each(plants)('catches %s', { timeout: 300_000 }, async (name, plant) => {
  Error.stackTraceLimit = 0
  const client = await grow(plant)
  const tally = emptyTally()
  const found = new Set<string>()
  const { from: first = 0 } = plant
  let from = first
  while (!found.has(plant.rule) && from < most) {
    const failure = await campaign(from, most - from, { client, tally })
    if (!failure) break
    for (const { rule } of failure.verdicts) found.add(rule)
    from = failure.story.seed + 1
  }
  expect([...found], `${plant.wrong} (${tally.schedules} schedules)`).toContain(plant.rule)
  const where = first > 0 ? ` from seed ${first} on` : ''
  caught.push(`${name}: by ‘${plant.rule}’ after ${from - first} schedules${where}. ${plant.wrong}`)
})
