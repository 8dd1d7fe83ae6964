/** The server's word on an order, as the contract has it: R1 and R8 in one place. */
import type { word } from 'isopay/contract'
import type * as z from 'zod'
import type { Office } from './office.ts'
import { findOrder, type Order } from './orders.ts'
import { findPayment, ownPayment, type Payment, readPayment } from './payments.ts'

export type Word = z.infer<typeof word>

type Standing = Pick<Word, 'status' | 'phase' | 'paidBy' | 'refunded'>

const back = ({ refunded }: Payment) => (refunded > 0 ? { refunded: { value: refunded } } : {})

/** An order that is paid says so whichever of its payments was asked about. */
const paid = (by: Payment): Standing => ({
  status: by.refunded >= by.value ? 'refunded' : 'paid',
  paidBy: by.id,
  ...back(by),
})

/** The phase of a payment whose money came but did not pay the order. */
export const refunding = 'refunding'

/** Money that came but did not pay the order is on its way back. */
const surplus = (payment: Payment): Standing =>
  payment.refunded >= payment.value ? { status: 'refunded', ...back(payment) } : { status: 'pending', phase: refunding }

/** No wallet was called for it. */
const unheard: Standing = { status: 'pending', phase: 'not-found' }

const unpaid = (payment: Payment | undefined): Standing => {
  if (!payment) return unheard
  if (payment.status === 'paid') return surplus(payment)
  if (payment.status === 'pending' && payment.channel === null && !payment.closeAsked) return unheard
  const phase = payment.status === 'pending' && payment.closeAsked ? 'closing' : payment.phase
  return { status: payment.status, ...(phase === null ? {} : { phase }) }
}

const standing = async (office: Office, order: Order, id: string): Promise<Standing> => {
  const payment = await findPayment(office, id)
  if (payment) ownPayment(payment, order)
  return order.paidBy === null ? unpaid(payment) : paid(await readPayment(office, order.paidBy))
}

export const wordOn = async (office: Office, handle: string, payment: string): Promise<Word> => {
  const order = await findOrder(office, handle)
  const amount = { value: order.value, currency: order.currency }
  return { payment, order: handle, amount, ...(await standing(office, order, payment)) }
}
