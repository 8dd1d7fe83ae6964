import { beforeAll, describe, expect, it } from 'vitest'
import { campaign, emptyTally, report } from './campaign.ts'
import { isopay } from './client.ts'
import { calmStory, storyOf, ways } from './story.ts'
import { play } from './world.ts'

const schedules = 100_000

beforeAll(() => {
  Error.stackTraceLimit = 0 // they cost more than all else here, and no rule looks at one
})

it.each(ways)('pays by %s where nothing goes wrong', async (way) => {
  const { entries } = await play(calmStory(way))
  const ends = entries.filter((entry) => entry.book === 'told' && entry.did === 'ended')
  expect(ends.map((entry) => 'status' in entry && entry.status)).toEqual(['paid'])
})

it('has one trace for one seed', async () => {
  for (const seed of [1, 437, 38_385]) expect(await play(storyOf(seed))).toEqual(await play(storyOf(seed)))
})

it(`breaks no rule in ${schedules.toLocaleString('en')} schedules`, { timeout: 900_000 }, async () => {
  const tally = emptyTally()
  const failure = await campaign(0, schedules, { tally })
  expect(failure && (await report(failure))).toBeUndefined()
  expect(tally.schedules).toBe(schedules)
})

describe('a failure', () => {
  const trusting = {
    ...isopay,
    channels: isopay.channels.map((channel) =>
      channel.kind === 'wechat.bridge'
        ? { ...channel, interpret: () => ({ is: 'absent', reason: 'bridge_missing' }) as const }
        : channel,
    ),
  }

  it('is told by its seed and a story that was shrunk to what it needs', async () => {
    const failure = await campaign(0, 10_000, { client: trusting })
    if (!failure) throw new Error('nothing failed')
    const text = await report(failure, trusting)
    expect(text).toContain(`seed ${failure.story.seed}`)
    expect(text).toMatch(/broken: no false failed, at \d+ ms: told failed after the wallet was invoked/)
    expect(text.match(/^fault:/gm) ?? []).toHaveLength(1)
    expect(text.match(/: tap \(order-1\)$/gm)).toHaveLength(1)
  })
})
