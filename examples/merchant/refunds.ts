/**
 * Money that goes back: promised in the store first, then pushed to the wallet until the wallet says done.
 *
 * The refund's id is the wallet's refund number, so that a push that is repeated never gives the money back twice.
 */
import { refusal } from './errors.ts'
import type { Office } from './office.ts'
import { findOrder } from './orders.ts'
import { type Payment, readPayment } from './payments.ts'
import type { Sql } from './store.ts'
import { tell } from './wake.ts'
import type { Returned, WalletName } from './wallet.ts'

interface Promised {
  id: string
  payment: string
  order: string
  wallet: WalletName
  value: number
  total: number
  currency: string
  reason: string
}

const promised = `select r.id, r.payment, p.order_handle as "order", p.wallet, r.value, p.value as total, p.currency,
  r.reason from refunds r join payments p on p.id = r.payment where not r.done`

/** Promises to give back what is left of this payment, or `value` of it; answers false where that much is not left. */
export const promiseRefund = async (sql: Sql, payment: string, value: number, reason: string): Promise<boolean> => {
  // The row is locked so that two refunds at once cannot both find the same money left.
  await sql('select id from payments where id = $1 for update', [payment])
  const made = await sql(
    `insert into refunds (id, payment, value, reason)
     select p.id || '-' || count(r.id), p.id, $2::integer, $3 from payments p left join refunds r on r.payment = p.id
     where p.id = $1 group by p.id having p.value - coalesce(sum(r.value), 0) >= $2::integer returning id`,
    [payment, value, reason],
  )
  return made.length === 1
}

const push = async (office: Office, refund: Promised) => {
  const outcome = await office.wallets[refund.wallet].refund(refund)
  if (outcome === 'waiting') return
  await office.store.atomically(async (sql) => {
    await sql('update refunds set done = true where id = $1', [refund.id])
    await tell(sql, refund.order)
  })
}

/** Records a refund that the wallet told of: one of ours, or one made by hand on the wallet's own pages. */
export const recordReturned = (office: Office, payment: Payment, { id, value }: Returned) =>
  office.store.atomically(async (sql) => {
    await sql(
      `insert into refunds (id, payment, value, reason, done) values ($1, $2, $3, 'told by the wallet', true)
       on conflict (id) do update set done = true`,
      [id, payment.id, value],
    )
    await tell(sql, payment.order)
  })

/** Pushes what is promised and not done, of one payment or of all. */
export const pushRefunds = async (office: Office, payment?: string) => {
  const one = payment === undefined ? '' : ' and r.payment = $1'
  const waiting = await office.store.sql<Promised>(promised + one, payment === undefined ? [] : [payment])
  for (const refund of waiting) await push(office, refund)
}

/** Gives back `value` of what was paid for an order, or all of it (R8). For the merchant's back office. */
export const refund = async (office: Office, handle: string, value?: number) => {
  const { paidBy } = await findOrder(office, handle)
  if (paidBy === null) throw refusal('refund_refused', 'The order is not paid')
  const payment = await readPayment(office, paidBy)
  const back = value ?? payment.value - payment.refunded
  const made = await office.store.atomically((sql) => promiseRefund(sql, paidBy, back, 'asked by the shop'))
  if (!made) throw refusal('refund_refused', 'More than was paid cannot be given back')
  await pushRefunds(office, paidBy)
}
