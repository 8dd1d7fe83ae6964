import { describe, expect, it } from 'vitest'
import { holdSeconds, type Look, waitMs } from '../../src/core/schedule.ts'

const look = (more: Partial<Look>): Look => ({
  stage: 'showing',
  elapsedMs: 0,
  misses: 0,
  held: false,
  cutMs: 0,
  retryAfterMs: 0,
  chance: 0.5,
  ...more,
})

/** When the looks of an undisturbed stage happen, in seconds. */
const looks = (stage: Look['stage'], untilMs: number): readonly number[] => {
  const times: number[] = []
  for (let elapsedMs = 0; elapsedMs < untilMs; ) {
    elapsedMs += waitMs(look({ stage, elapsedMs }))
    times.push(Math.round(elapsedMs / 100) / 10)
  }
  return times
}

describe('blind polling', () => {
  it('looks at a code after 2.5 s first, then ever more slowly, never further apart than 15 s', () => {
    const times = looks('showing', 600_000)
    expect(times.slice(0, 3)).toEqual([2.5, 4.5, 6.5])
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(15.1)
  })

  it('looks at once and often when the payer is back: 0.5, 1, 1.5, 2, 3, 5 s', () => {
    expect(looks('confirming', 5_000).slice(0, 6)).toEqual([0.5, 1, 1.5, 2, 3, 5])
  })

  it.each([
    ['showing', 1_000, 1_500],
    ['showing', 1_999, 501],
    ['showing', 2_000, 2_000],
    ['showing', 100_000, 5_000],
    ['showing', 1_000_000, 15_000],
    ['confirming', 1_899, 500],
    ['confirming', 1_900, 1_000],
    ['confirming', 2_899, 1_000],
    ['confirming', 2_900, 2_000],
    ['confirming', 4_899, 2_000],
    ['confirming', 4_900, 1_500],
    ['confirming', 100_000, 8_000],
    ['confirming', 3_600_000, 60_000],
    ['preparing', 10_000, 1_000],
    ['invoking', 0, 5_000],
    ['invoking', 60_000, 15_000],
    ['away', 3_600_000, 30_000],
  ] as const)('in %s, %i ms after it began, waits %i ms', (stage, elapsedMs, expected) => {
    expect(waitMs(look({ stage, elapsedMs }))).toBeCloseTo(expected, 6)
  })

  it('asks about an unpaid ok fewer than 180 times in two hours', () => {
    expect(looks('confirming', 7_200_000).length).toBeLessThan(180)
  })
})

describe('spacing', () => {
  it('varies by a fifth, so that a crowd does not move in step', () => {
    expect(waitMs(look({ elapsedMs: 100_000, chance: 0 }))).toBeCloseTo(4_000)
    expect(waitMs(look({ elapsedMs: 100_000, chance: 1 }))).toBeCloseTo(6_000)
  })

  it('keeps its pace at the first error, doubles it then, up to 30 s', () => {
    const waits = [0, 1, 2, 3, 9].map((misses) => waitMs(look({ elapsedMs: 50_000, misses })))
    expect(waits).toEqual([2_500, 2_500, 5_000, 10_000, 30_000])
  })

  it('is never made faster by an error', () => {
    for (const stage of ['showing', 'confirming', 'invoking', 'preparing', 'away'] as const)
      for (const elapsedMs of [0, 900, 4_600, 60_000, 3_600_000])
        for (const misses of [1, 2, 3, 10])
          expect(waitMs(look({ stage, elapsedMs, misses }))).toBeGreaterThanOrEqual(waitMs(look({ stage, elapsedMs })))
  })

  it('obeys Retry-After, up to a minute', () => {
    expect(waitMs(look({ elapsedMs: 10_000, retryAfterMs: 20_000 }))).toBe(20_000)
    expect(waitMs(look({ elapsedMs: 10_000, retryAfterMs: 86_400_000 }))).toBe(60_000)
    expect(waitMs(look({ elapsedMs: 10_000, retryAfterMs: 10 }))).toBe(2_000)
    expect(waitMs(look({ cutMs: 25_000, chance: 0, retryAfterMs: 20_000 }))).toBe(20_000)
  })

  it('spreads over the hold time when a held look was cut', () => {
    expect([0, 0.5, 0.99].map((chance) => waitMs(look({ cutMs: 25_000, chance })))).toEqual([0, 12_500, 24_750])
  })

  it('asks a server that holds again at once', () => {
    for (const stage of ['showing', 'confirming'] as const)
      expect(waitMs(look({ stage, held: true, elapsedMs: 60_000 }))).toBe(200)
  })

  it('does not ask at once about a code that was just shown: nobody has scanned it, and who knows whether the server holds', () => {
    for (const held of [true, false]) expect(waitMs(look({ held, elapsedMs: 0 }))).toBe(2_500)
    expect(waitMs(look({ held: true, elapsedMs: 1_999 }))).toBe(501)
    expect(waitMs(look({ held: true, elapsedMs: 2_000 }))).toBe(200)
  })

  it('asks one that holds at the usual pace where it is asked to hold nothing', () => {
    expect(waitMs(look({ stage: 'away', held: true, elapsedMs: 60_000 }))).toBe(15_000)
  })

  it('asks one that holds and fails no sooner than any other', () => {
    expect(waitMs(look({ held: true, elapsedMs: 60_000, misses: 1 }))).toBe(
      waitMs(look({ elapsedMs: 60_000, misses: 1 })),
    )
  })

  it('doubts a cancel for three seconds, to the millisecond', () => {
    expect([0, 0.5, 1].map((chance) => waitMs(look({ stage: 'doubting', chance })))).toEqual([3_000, 3_000, 3_000])
  })
})

describe('holding', () => {
  it('is asked of a server while a code is shown or the payer is back, never for a hidden page', () => {
    expect(holdSeconds('showing', 0, false)).toBe(28)
    expect(holdSeconds('showing', 0, true)).toBe(0)
    expect([0, 999, 1_000, 5_000].map((elapsedMs) => holdSeconds('confirming', elapsedMs, false))).toEqual([
      2, 2, 28, 28,
    ])
    expect(
      (['preparing', 'invoking', 'doubting', 'checking', 'last'] as const).map((stage) => holdSeconds(stage, 0, false)),
    ).toEqual([0, 0, 0, 0, 0])
  })
})
