import { expect, it } from 'vitest'
import { makeClock } from '../../src/checkout/clock.ts'
import { fakeHost } from '../../src/testing/fake.ts'

const clock = () => {
  const { host, advance, shiftWall } = fakeHost()
  const nowMs = makeClock(host)
  const startMs = nowMs()
  return { advance, shiftWall, elapsedMs: () => Math.round(nowMs() - startMs) }
}

it('counts a sleep, in which the monotonic clock stands still', async () => {
  const { advance, shiftWall, elapsedMs } = clock()
  await advance(1_000)
  shiftWall(60_000)
  expect(elapsedMs()).toBe(61_000)
})

it('goes on at once after a wall that was set forward is set back: no deadline waits for it to catch up', async () => {
  const { advance, shiftWall, elapsedMs } = clock()
  shiftWall(3_600_000)
  expect(elapsedMs()).toBe(3_600_000)
  shiftWall(-3_600_000)
  await advance(5_000)
  expect(elapsedMs()).toBe(3_605_000)
})

it('counts many short sleeps together', () => {
  const { shiftWall, elapsedMs } = clock()
  for (let sleep = 0; sleep < 10; sleep += 1) {
    shiftWall(600)
    elapsedMs()
  }
  expect(elapsedMs()).toBeGreaterThanOrEqual(5_000)
})

it('never goes back', () => {
  const { shiftWall, elapsedMs } = clock()
  shiftWall(-86_400_000)
  expect(elapsedMs()).toBe(0)
})
