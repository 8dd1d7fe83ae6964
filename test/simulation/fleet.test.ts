import { describe, expect, it } from 'vitest'
import { peakAfter } from './fleet.ts'

const clients = 100_000

describe(`${clients.toLocaleString('en')} clients, when the merchant is back`, () => {
  it.each([60, 300])(
    'after %i s without one: blind polls stay within 1.5 times the steady rate',
    { timeout: 60_000 },
    (seconds) => {
      expect(peakAfter({ clients, downMs: seconds * 1_000, holds: false })).toBeLessThan(1.5)
    },
  )

  it.each([60, 300])(
    'after %i s without one: long polls, all cut at once, within 2.2 times',
    { timeout: 60_000 },
    (seconds) => {
      expect(peakAfter({ clients, downMs: seconds * 1_000, holds: true })).toBeLessThan(2.2)
    },
  )
})
