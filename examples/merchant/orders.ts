/**
 * Orders, and who may ask for one (R7).
 *
 * An order's handle is 128 random bits and is the capability: who was given it may prepare, ask about and close payments
 * of that order, and sees no more than the contract has. A cookie would bind the order to the browser that made it, but
 * the payer who scans a screen and goes on in WeChat is on another device, with the link and nothing else. As no cookie
 * decides anything, a foreign site has nothing to forge with. A payment's id authorises nothing.
 */
import { randomBytes } from 'node:crypto'
import { refusal } from './errors.ts'
import type { Office } from './office.ts'
import { tell } from './wake.ts'

/** What the payer owes for. `value` counts the currency's minor unit; `paidBy` is the payment that paid it. */
export interface Order {
  handle: string
  title: string
  value: number
  currency: string
  paidBy: string | null
}

const columns = 'handle, title, value, currency, paid_by as "paidBy"'

/** Makes an order of `value` fen. Only the shop's own code may call this: a price never comes from a payer. */
export const makeOrder = async ({ store }: Office, title: string, value: number): Promise<string> => {
  const handle = randomBytes(16).toString('base64url')
  await store.sql('insert into orders (handle, title, value, currency) values ($1, $2, $3, $4)', [
    handle,
    title,
    value,
    'CNY',
  ])
  return handle
}

/** As `makeOrder` makes them. PostgreSQL throws at a text that holds a zero. */
const isHandle = (text: string): boolean => /^[\w-]{22}$/.test(text)

export const findOrder = async ({ store }: Office, handle: string): Promise<Order> => {
  const select = `select ${columns} from orders where handle = $1`
  const [order] = isHandle(handle) ? await store.sql<Order>(select, [handle]) : []
  if (!order) throw refusal('order_unknown', 'There is no such order')
  return order
}

/** Changes what an unpaid order costs; payments that were opened for the old price are closed at the next prepare. */
export const reprice = async ({ store }: Office, handle: string, value: number) =>
  store.atomically(async (sql) => {
    const changed = 'update orders set value = $2 where handle = $1 and paid_by is null returning handle'
    const [order] = await sql(changed, [handle, value])
    if (!order) throw refusal('order_unknown', 'There is no such unpaid order')
    await tell(sql, handle)
  })
