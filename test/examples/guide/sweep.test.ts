/** What the minimal servers do by themselves, with a wallet that says what the test wants. */
import { expect, it, vi } from 'vitest'
import { watchMoney } from '../../../examples/guide/money.ts'
import { openStore } from '../../../examples/guide/store.ts'
import type { Seen, Wallet } from '../../../examples/merchant/wallet.ts'

const paid: Seen = { state: 'paid', value: 990, currency: 'CNY', walletNumber: '1' }

const scene = (seen: Seen) => {
  const refund = vi.fn().mockResolvedValueOnce('waiting').mockResolvedValue('done')
  const close = vi.fn().mockResolvedValue('closed')
  const store = openStore()
  const wallet = { query: async () => seen, close, refund } as Partial<Wallet> as Wallet
  const order = store.findOrder(store.addOrder('Tea', 990))
  if (!order) throw new Error('the order is gone')
  const open = (id: string, expiresAt: number) =>
    Object.assign(store.register(id, order, 'pending'), { kind: 'qr', expiresAt })
  return { order, open, close, refund, sweep: watchMoney(store, wallet).sweep }
}

it('closes what is over, and nothing else', async () => {
  const { open, sweep, close } = scene({ state: 'open' })
  const [over, alive] = [open('a', Date.now() - 1), open('b', Date.now() + 60_000)]
  await sweep()
  expect([over.status, alive.status]).toEqual(['closed', 'pending'])
  expect(close).toHaveBeenCalledExactlyOnceWith('a')
})

it('gives a surplus back by one refund, asked for until the wallet has taken it', async () => {
  const { order, open, sweep, refund } = scene(paid)
  const [first, second] = [open('a', 0), open('b', 0)]
  await sweep()
  expect([order.paidBy, first.status, second.status]).toEqual([first, 'paid', 'paid'])
  await sweep()
  await sweep()
  expect(refund).toHaveBeenCalledTimes(2)
  expect(new Set(refund.mock.calls.map(([asked]) => asked.id))).toEqual(new Set(['b-0']))
  expect(second.refunds.get('b-0')).toBe(990)
})
