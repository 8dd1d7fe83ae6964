/** The shop, and the one checkout of this mini program. */
import { createCheckout } from 'isopay'

export const origin = 'https://shop.example'

export const checkout = createCheckout({ endpoint: `${origin}/pay` })
