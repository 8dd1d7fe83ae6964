import { createCheckout, type Payment } from 'isopay'
import { definePanel } from 'isopay/element'
import { qrSvg } from 'isopay/qr'
import { fakeMerchant } from 'isopay/testing'
import { createDesk } from 'isopay/till'

export const payment: Payment = createCheckout({ endpoint: '/pay' }).pay('order-1')
export const counter: typeof createDesk = createDesk
export const drawn: string = qrSvg('https://shop.example')
export const defined: () => unknown = definePanel
export const merchant: { fetch: unknown } = fakeMerchant()
