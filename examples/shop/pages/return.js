/** Where a wallet sends the payer back to: that he came says nothing, so the shop's server is asked. */
import { offerCode, openCheckout, orderInUrl, panel, pathFor, showOrder } from './here.js'

const checkout = await openCheckout({ returnUrl: pathFor('/return') })
offerCode()
Object.assign(panel, { order: orderInUrl, expect: await showOrder(), checkout })
