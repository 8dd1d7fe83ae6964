/** Every scenario of the tour, each call of the contract held against the document on its way. */
import type { RequestListener } from 'node:http'
import { expect, it } from 'vitest'
import { scenarios } from '../../examples/play/scenarios.ts'
import { tour } from '../../examples/play/tour.ts'
import { openCheckpoint } from './checkpoint.ts'

it('the example merchant keeps to the document through the whole tour', { timeout: 300_000 }, async () => {
  const { seen, before, stop } = openCheckpoint()
  const through = (server: string, listener: RequestListener) => (server === 'merchant' ? before(listener) : listener)
  const allPaid = await tour({ json: false, through })
  await stop()
  const faulty = seen.filter(({ faults }) => faults.length > 0)
  console.log(`${seen.length} calls of the contract, ${faulty.length} of them outside the document`)
  expect(faulty).toEqual([])
  expect(allPaid).toBe(true)
  // Were somebody to go around the checkpoint, it would see less.
  for (const asked of ['prepare', 'status'])
    expect(seen.filter(({ call }) => call === asked).length).toBeGreaterThanOrEqual(scenarios.length)
})
