import { beforeAll, describe, expect, it } from 'vitest'
import type { Channel } from '../../src/core/ports.ts'
import { audit } from './auditor.ts'
import { campaign, report } from './campaign.ts'
import { isopay } from './client.ts'
import { sharesOf, spread } from './cores.ts'
import { calmStory, storyOf } from './story.ts'
import { ways } from './way.ts'
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
  let played = 0
  const failedSeed = await spread(sharesOf(0, schedules, 5_000), 2, ({ tally }) => {
    played += tally.schedules
  })
  const failure = failedSeed === null ? undefined : await campaign(failedSeed, 1)
  expect(failure && (await report(failure))).toBeUndefined()
  expect(played).toBe(schedules)
})

describe('what broke a rule once', () => {
  const tap = { atMs: 0, tab: 0, order: 0, does: 'tap' } as const

  it('keeps them: a record that is not taken once, beside a twin that is cut off', async () => {
    const storyAt = (nth: number, seed: number) =>
      calmStory('qr', {
        seed,
        payers: [{ does: 'dawdles', afterMs: 3_000 }],
        acts: [tap, { ...tap, atMs: 1_000, does: 'remount' }],
        faults: [
          { at: 'write', nth, is: 'full' },
          { at: 'prepare', nth: 0, is: 'offline-20s' },
        ],
      })
    for (let seed = 0; seed < 10; seed += 1)
      for (let nth = 0; nth < 20; nth += 1)
        expect(audit(await play(storyAt(nth, seed))), `the ${nth}th of ${seed}`).toEqual([])
  })

  it('keeps them: a clock that is set back before the page is opened again, and an order that costs more by then', async () => {
    const story = calmStory('form', {
      comesBack: 'steps-back',
      payers: [{ does: 'turns-back', afterMs: 5_000 }],
      acts: [tap, { ...tap, atMs: 400, does: 'load' }, { ...tap, atMs: 2_700, does: 'reprice' }],
      faults: [{ at: 'leave', nth: 0, is: 'clock-back' }],
    })
    expect(audit(await play(story))).toEqual([])
  })
})

describe('a failure', () => {
  const hasty = (channel: Channel): Channel =>
    channel.kind === 'wechat.bridge'
      ? { ...channel, interpret: () => ({ is: 'absent', reason: 'bridge_missing' }) as const }
      : channel
  const trusting = {
    ...isopay,
    places: isopay.places.map((place) => ({ ...place, channels: place.channels.map(hasty) })),
  }

  it('is told by its seed and a story that was shrunk to what it needs', async () => {
    const failure = await campaign(0, 10_000, { client: trusting })
    if (!failure) throw new Error('nothing failed')
    const text = await report(failure, trusting)
    expect(text).toContain(`seed ${failure.story.seed}`)
    expect(text).toMatch(/broken: no false failed, at \d+ ms: told failed after the wallet was invoked/)
    expect((text.match(/^fault:/gm) ?? []).length).toBeLessThanOrEqual(1)
    expect(text.match(/: tap \(order-1\)$/gm)).toHaveLength(1)
  })
})
