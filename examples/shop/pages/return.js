/** Where a wallet sends the payer back to: that he came says nothing, so the shop's server is asked. */
import { openCheckout, orderInUrl, pathFor, showOrder } from './here.js'
import { watch } from './payment-view.js'

const checkout = await openCheckout({ returnUrl: pathFor('/return') })
const expect = await showOrder()
const payment = checkout.resume(orderInUrl, { expect })
document.querySelector('#nothing').hidden = payment !== null
document.querySelector('#pay-now').href = pathFor('/checkout')
if (payment) watch(payment)
