import { createCheckout, type Payment } from 'isopay'
import { createDesk } from 'isopay/till'

export const payment: Payment = createCheckout({ endpoint: '/pay' }).pay('order-1')
export const counter: typeof createDesk = createDesk
