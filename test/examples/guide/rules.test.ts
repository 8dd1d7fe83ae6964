/** The rules where the stand-in wallets cannot lead: what the minimal servers do with each word of a wallet. */
import { expect, it, vi } from 'vitest'
import { first, paid, scripted, second } from './scripted.ts'

const busy = { http: 409, code: 'order_busy', again: 2 }

it('interrupts no payer who types a password (R3)', async () => {
  const { prepare, wallet } = scripted()
  await prepare(first)
  wallet.query.mockResolvedValue({ state: 'open', phase: 'user-paying' })
  expect(await prepare(second)).toEqual(busy)
  expect(wallet.close).not.toHaveBeenCalled()
})

it('opens nothing while the wallet will not close the old order (R3)', async () => {
  const { prepare, wallet } = scripted()
  await prepare(first)
  wallet.close.mockResolvedValue('unresolved')
  expect(await prepare(second)).toEqual(busy)
  expect(wallet.open).toHaveBeenCalledOnce()
})

it('opens one of two payments that come in the same moment (R3)', async () => {
  const { prepare, wallet } = scripted()
  wallet.close.mockResolvedValue('unresolved')
  const [, late] = await Promise.all([prepare(first), prepare(second)])
  expect(late).toEqual(busy)
  expect(wallet.open).toHaveBeenCalledOnce()
})

it('remembers a close of what it never heard of, and calls no wallet for it (R4)', async () => {
  const { prepare, close, wallet } = scripted()
  expect(await close(first)).toMatchObject({ status: 'closed' })
  expect(await prepare(first)).toMatchObject({ status: 'closed' })
  expect(wallet.open).not.toHaveBeenCalled()
})

it('gives back what came at an old price though the price is the old one again', async () => {
  const { order, prepare, hear, wallet } = scripted()
  wallet.refund.mockResolvedValue('waiting')
  await prepare(first)
  order.value = 1980
  await hear(first, paid)
  order.value = 990
  await hear(first, paid)
  expect(order.paidBy).toBeUndefined()
})

it('keeps trying to close what was asked to, and answers no action for it (R4)', async () => {
  const { prepare, close, status, wallet } = scripted()
  await prepare(first)
  wallet.close.mockResolvedValueOnce('unresolved').mockResolvedValueOnce('unresolved')
  expect(await close(first)).toMatchObject({ status: 'pending', phase: 'closing' })
  expect(await prepare(first)).toEqual(busy)
  expect(await status(first)).toMatchObject({ status: 'closed' })
})

it('opens one wallet order for an id that is asked for while it opens (R2)', async () => {
  const { prepare, wallet } = scripted()
  const [one, other] = await Promise.all([prepare(first), prepare(first)])
  expect(one).toEqual(other)
  expect(wallet.open).toHaveBeenCalledOnce()
})

it('sends a silent wallet the same again, with the same end', async () => {
  const { prepare, wallet } = scripted()
  wallet.open.mockResolvedValueOnce('silent')
  expect(await prepare(first)).toEqual({ http: 503, code: 'wallet_silent', again: 2 })
  await new Promise((done) => setTimeout(done, 5))
  expect(await prepare(first)).toMatchObject({ action: { content: 'code' } })
  const [asked, again] = wallet.open.mock.calls
  expect(again).toEqual(asked)
})

it('takes a wallet that fell over for a silent one, and asks it again', async () => {
  const { prepare, wallet } = scripted()
  wallet.open.mockRejectedValueOnce(new Error('ECONNRESET'))
  expect(await prepare(first)).toEqual({ http: 503, code: 'wallet_silent', again: 2 })
  expect(await prepare(first)).toMatchObject({ action: { content: 'code' } })
})

it('says failed of what the wallet refused to open, and takes another payment', async () => {
  const { prepare, wallet } = scripted()
  const log = vi.spyOn(console, 'error').mockReturnValue()
  wallet.open.mockResolvedValueOnce({ refused: 'PARAM_ERROR' })
  expect(await prepare(first)).toMatchObject({ status: 'failed' })
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('PARAM_ERROR'))
  expect(await prepare(second)).toMatchObject({ action: { content: 'code' } })
  log.mockRestore()
})

it.each([{ value: 1 }, { currency: 'USD' }])('is not paid by other money: %o', async (other) => {
  const { order, prepare, hear, wallet } = scripted()
  await prepare(first)
  await hear(first, { ...paid, ...other })
  expect(order.paidBy).toBeUndefined()
  wallet.query.mockResolvedValue({ ...paid, ...other })
  expect(await prepare(second)).toEqual(busy)
})

it('gives back what was paid at an old price, tells of it, and lets the order be paid (R7)', async () => {
  const { order, prepare, status, hear } = scripted()
  await prepare(first)
  order.value = 1980
  await hear(first, paid)
  expect(order.paidBy).toBeUndefined()
  expect(await status(first)).toMatchObject({ status: 'refunded' })
  expect(await prepare(second)).toMatchObject({ amount: { value: 1980 }, action: { content: 'code' } })
})

it('answers busy while money of this payment is on its way back', async () => {
  const { order, prepare, status, hear, wallet } = scripted()
  await prepare(first)
  order.value = 1980
  wallet.refund.mockResolvedValue('waiting')
  await hear(first, paid)
  expect(await status(first)).toMatchObject({ status: 'pending', phase: 'refunding' })
  expect(await prepare(first)).toEqual(busy)
})

it('is paid by money that comes after a close (R1)', async () => {
  const { prepare, close, status, hear } = scripted()
  await prepare(first)
  expect(await close(first)).toMatchObject({ status: 'closed' })
  await hear(first, paid)
  expect(await status(first)).toMatchObject({ status: 'paid', paidBy: first })
})

it('stays paid when a part goes back, and counts each return once (R8)', async () => {
  const { prepare, status, hear } = scripted()
  await prepare(first)
  await hear(first, paid)
  for (const _ of [1, 2]) await hear(first, { state: 'returned', id: 'r1', value: 100 })
  expect(await status(first)).toMatchObject({ status: 'paid', refunded: { value: 100 } })
  await hear(first, { state: 'returned', id: 'r2', value: 890 })
  await hear(first, paid)
  expect(await status(first)).toMatchObject({ status: 'refunded', paidBy: first, refunded: { value: 990 } })
})

it('accepts no letter about a payment that is not here', async () => {
  const { hear } = scripted()
  expect(await hear(second, paid)).toBe('refused')
})
