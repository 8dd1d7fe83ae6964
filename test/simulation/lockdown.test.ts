import { expect, it } from 'vitest'
import { emptyTally } from './campaign.ts'
import { sharesOf, spread } from './cores.ts'

const schedules = 1_000

const playBy = async (batch: 'batch' | 'locked-batch') => {
  const tally = emptyTally()
  const failedSeed = await spread(
    sharesOf(0, schedules, schedules),
    1,
    (outcome) => void Object.assign(tally, outcome.tally),
    batch,
  )
  return { failedSeed, tally }
}

it(`plays ${schedules.toLocaleString('en')} schedules under SES lockdown() as it does without`, {
  timeout: 300_000,
}, async () => {
  const locked = await playBy('locked-batch')
  expect(locked.failedSeed).toBeNull()
  expect(locked).toEqual(await playBy('batch'))
})
