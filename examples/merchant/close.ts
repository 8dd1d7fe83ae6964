/** *close*: ends what is unpaid, and remembers it even of a payment that was never heard of (R4). */
import type { closeRequest } from 'isopay/contract'
import type * as z from 'zod'
import { retire } from './look.ts'
import type { Office } from './office.ts'
import { findOrder } from './orders.ts'
import { registerPayment } from './payments.ts'
import { inTurn } from './turn.ts'
import { type Word, wordOn } from './word.ts'

/** A close that the wallet would not confirm answers `pending`, and is tried again at each later look. */
export const answerClose = async (office: Office, asked: z.infer<typeof closeRequest>): Promise<Word> => {
  const order = await findOrder(office, asked.order)
  return inTurn(office, order.handle, async () => {
    const payment = await registerPayment(office, asked.payment, order, 'closed')
    await office.store.sql('update payments set close_asked = true where id = $1', [payment.id])
    await retire(office, { ...payment, closeAsked: true })
    return wordOn(office, order.handle, payment.id)
  })
}
