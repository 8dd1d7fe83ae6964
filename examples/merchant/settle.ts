/** The one place that says paid. */
import type { Office } from './office.ts'
import type { Payment } from './payments.ts'
import { promiseRefund, pushRefunds } from './refunds.ts'
import { tell } from './wake.ts'
import type { Money } from './wallet.ts'

interface Owed {
  value: number
  paidBy: string | null
}

const record = (office: Office, payment: Payment, money: Money) =>
  office.store.atomically(async (sql) => {
    const [order] = await sql<Owed>('select value, paid_by as "paidBy" from orders where handle = $1 for update', [
      payment.order,
    ])
    const [first] = await sql(
      `update payments set status = 'paid', wallet_number = $2 where id = $1 and status <> 'paid' and not reversing returning id`,
      [payment.id, money.walletNumber],
    )
    if (!order || !first) return
    const buys = order.paidBy === null && order.value === payment.value
    if (buys) await sql('update orders set paid_by = $2 where handle = $1', [payment.order, payment.id])
    else await promiseRefund(sql, payment.id, payment.value, 'surplus')
    await tell(sql, payment.order)
  })

/**
 * Takes the wallet's verified word that money came for this payment; answers false, and changes nothing, where it is not
 * the money that was asked for. Told again, it changes nothing more. The first payment that matches the order's present
 * amount pays it; any other money goes back at once (R1), and so does money for an amount that has changed since (R7).
 * A payment that was thought closed is paid all the same: the money did come. But what is being reversed pays nothing: the
 * reversal gives the money back.
 */
export const settle = async (office: Office, payment: Payment, money: Money): Promise<boolean> => {
  if (money.value !== payment.value || money.currency !== payment.currency) return false
  await record(office, payment, money)
  await pushRefunds(office, payment.id)
  return true
}
