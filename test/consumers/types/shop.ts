import { type Code, createCheckout, detect, diagnose, isPayError, type Payment, type Result } from 'isopay'
import { definePanel, type IsopayPanel } from 'isopay/element'
import { qrSvg } from 'isopay/qr'
import { fakeMerchant } from 'isopay/testing'
import { createDesk, createCheckout as createTill, judge } from 'isopay/till'

const checkout = createCheckout({ endpoint: '/pay', observe: ({ event, atMs }) => console.log(event, atMs) })
const payment: Payment = checkout.pay('order-1', { wallet: 'wechat', expect: { value: 990, currency: 'CNY' } })

export const told = async (): Promise<string> => {
  const { status, error }: Result = await payment.result
  const code: Code | undefined = error?.code
  return `${status} ${code ?? ''}`
}

export const panel = (): IsopayPanel => {
  definePanel()
  return document.createElement('isopay-panel')
}

export const desk = createDesk({ checkout: createTill({ endpoint: '/pay' }) })
export const words: readonly string[] = diagnose('get_brand_wcpay_request:fail').map(({ cause }) => cause)
export const seen: string =
  detect().platform + (judge('13').wallet ?? '') + qrSvg('https://shop.example', { errorLevel: 'H' })
export const mine: boolean = isPayError(new Error('another'))
export const merchant: { fetch: unknown } = fakeMerchant()

// @ts-expect-error A result is told by the server alone: nobody makes one out of a claim.
export const wrong: Result = payment.state.claim
