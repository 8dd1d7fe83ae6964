/** Rows of payments: one id, one row, one wallet order. */
import { refusal } from './errors.ts'
import type { Office } from './office.ts'
import type { Order } from './orders.ts'
import { tell } from './wake.ts'
import type { Action, WalletName } from './wallet.ts'

/**
 * `channel` is set before the wallet is called, `action` after it answered. `payers` is what the wallet calls the payer, by
 * the way of paying. `secondsLeft` counts to the last moment at which money can come; `openedAge` and `lookAge` are how long
 * ago the wallet was called and asked, in seconds; `refunded` counts what was given back.
 */
export interface Payment {
  id: string
  order: string
  value: number
  currency: string
  status: 'pending' | 'paid' | 'closed' | 'failed'
  wallet: WalletName | null
  channel: string | null
  payers: Readonly<Record<string, string>>
  action: Action | null
  phase: string | null
  closeAsked: boolean
  reversing: boolean
  openedAge: number | null
  expiresAt: Date | null
  secondsLeft: number | null
  lookAge: number | null
  refunded: number
}

const select = `select id, order_handle as "order", value, currency, status, wallet, channel, payers, action, phase,
  close_asked as "closeAsked", reversing, extract(epoch from now() - opened_at)::float8 as "openedAge", expires_at as "expiresAt",
  floor(extract(epoch from expires_at - now()))::integer as "secondsLeft",
  extract(epoch from now() - looked_at)::float8 as "lookAge",
  coalesce((select sum(value) from refunds where payment = payments.id and done), 0)::integer as refunded
  from payments`

export const findPayment = async ({ store }: Office, id: string): Promise<Payment | undefined> =>
  (await store.sql<Payment>(`${select} where id = $1`, [id]))[0]

/** Payments of the order by which money may still come: a wallet was called and its final word is not known. */
export const openPayments = ({ store }: Office, order: string) =>
  store.sql<Payment>(
    `${select} where order_handle = $1 and status = 'pending' and channel is not null order by created_at`,
    [order],
  )

/** The row of this id, new with `status` if there was none. The id of another order's payment is refused. */
export const registerPayment = async (office: Office, id: string, order: Order, status: 'pending' | 'closed') => {
  await office.store.sql(
    `insert into payments (id, order_handle, value, currency, status) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing`,
    [id, order.handle, order.value, order.currency, status],
  )
  return ownPayment(await readPayment(office, id), order)
}

export const readPayment = async (office: Office, id: string): Promise<Payment> => {
  const payment = await findPayment(office, id)
  if (!payment) throw new Error(`The row of payment ${id} is gone`)
  return payment
}

export const ownPayment = (payment: Payment, order: Order): Payment => {
  if (payment.order !== order.handle) throw refusal('payment_conflict', 'This id belongs to a payment of another order')
  return payment
}

/** The wallet's final word, unless another final word came first. */
export const finish = async (office: Office, { id, order }: Payment, status: 'closed' | 'failed'): Promise<Payment> => {
  await office.store.atomically(async (sql) => {
    await sql(`update payments set status = $2, looked_at = now() where id = $1 and status = 'pending'`, [id, status])
    await tell(sql, order)
  })
  return readPayment(office, id)
}
