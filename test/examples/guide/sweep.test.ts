/** What the minimal servers do by themselves, each ten seconds. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { first, paid, scripted, second } from './scripted.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('finds money that nobody told of, though nobody asks', async () => {
  const { order, prepare, wallet } = scripted()
  await prepare(first)
  wallet.query.mockResolvedValue(paid)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(order.paidBy?.id).toBe(first)
})

it('closes what is over, and nothing before', async () => {
  const { prepare, wallet } = scripted()
  await prepare(first)
  await vi.advanceTimersByTimeAsync(890_000)
  expect(wallet.close).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(wallet.close).toHaveBeenCalledExactlyOnceWith(first)
})

it('closes what the wallet never heard of half a minute after its end, for then no money can come', async () => {
  const { prepare, status, wallet } = scripted()
  await prepare(first)
  wallet.query.mockResolvedValue({ state: 'absent' })
  wallet.close.mockResolvedValue('unresolved')
  await vi.advanceTimersByTimeAsync(920_000)
  expect(await status(first)).toMatchObject({ status: 'pending' })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await status(first)).toMatchObject({ status: 'closed' })
})

it('gives a surplus back by one refund, asked for until the wallet has taken it', async () => {
  const { order, prepare, status, hear, wallet } = scripted()
  await prepare(first)
  await prepare(second)
  wallet.query.mockResolvedValue(paid)
  wallet.refund.mockResolvedValueOnce('waiting')
  await hear(second, paid)
  await hear(first, paid)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(order.paidBy?.id).toBe(second)
  const refund = { id: `${first}-0`, payment: first, value: 990, total: 990, currency: 'CNY', reason: 'surplus' }
  expect(wallet.refund.mock.calls).toEqual([[refund], [refund]])
  expect(await status(first)).toMatchObject({ status: 'paid', paidBy: second })
})

it('goes on after a wallet that fell over', async () => {
  const { order, prepare, wallet } = scripted()
  const log = vi.spyOn(console, 'error').mockReturnValue()
  await prepare(first)
  wallet.query.mockRejectedValueOnce(new Error('down'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(log).toHaveBeenCalledOnce()
  wallet.query.mockResolvedValue(paid)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(order.paidBy?.id).toBe(first)
  log.mockRestore()
})
