/** Whether the money agrees with what a page said: one charge at the wallets, and the order paid at the merchant. */
import { randomBytes } from 'node:crypto'
import type { Calls } from './device.ts'
import type { Town } from './town.ts'

export const newId = () => randomBytes(16).toString('hex')

/** The merchant's word on the order. */
export const merchantSays = async ({ merchant }: Town, { payment, order }: Pick<Calls, 'payment' | 'order'>) => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ payment, order, nonce: newId() })
  const answer = await fetch(`${merchant.origin}/pay/status`, { method: 'POST', headers, body })
  return (await answer.json()) as { status: string; paidBy?: string }
}

/** How often money was taken for the order, whichever payment it came by. */
export const charges = ({ wallets }: Town, { payments }: Pick<Calls, 'payments'>): number =>
  [...payments].reduce((sum, payment) => sum + wallets.ledger.taken(payment), 0)
