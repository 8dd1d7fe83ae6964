/** The shop, and the one checkout of this mini program. Refusals are heard at an address of their own: `my.request` hands no answer of HTTP 4xx on. */
import { createCheckout } from 'isopay'

export const origin = 'https://shop.example'

export const checkout = createCheckout({ endpoint: `${origin}/pay/alipay-mini` })
