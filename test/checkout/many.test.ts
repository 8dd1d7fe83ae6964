/** Thousands of payments under way on one checkout: each settles once, and the server is not run over. */
import { expect, it } from 'vitest'
import { makePacer } from '../../src/checkout/pacer.ts'
import { offer, qrAction, says, shop } from './shop.ts'

const secondsOf = (sent: readonly { readonly url: string; readonly atMs: number }[]) => {
  const counts = new Map<number, number>()
  for (const { url, atMs } of sent) {
    const second = Math.floor(atMs / 1_000)
    if (url.endsWith('/status')) counts.set(second, (counts.get(second) ?? 0) + 1)
  }
  return [...counts.values()]
}

it('asks 500 questions a second at most, and settles each payment once', async () => {
  let paid = false
  const { checkout, advance, sent, held } = shop({
    prepare: () => offer(qrAction),
    status: () => says(paid ? 'paid' : 'pending'),
  })
  const payments = Array.from({ length: 2_000 }, (_, index) => checkout.pay(`order-${index}`))
  let settled = 0
  for (const { result } of payments) void result.then(({ status }) => (settled += status === 'paid' ? 1 : 0))
  await advance(20_000)
  paid = true
  await advance(30_000)
  expect(settled).toBe(2_000)
  expect(Math.max(...secondsOf(sent))).toBeLessThanOrEqual(550)
  expect(held()).toEqual({ timers: 0, listeners: 0, locks: 0 })
}, 60_000)

it('holds nobody up where there are few', () => {
  let nowMs = 1_000
  const pace = makePacer({ monotonicMs: () => nowMs })
  expect(Array.from({ length: 50 }, pace)).toEqual(Array.from({ length: 50 }, () => 0))
  expect([pace(), pace()]).toEqual([100, 100])
  nowMs = 1_200
  expect(pace()).toBe(0)
})
