/** Pays an order. Also where a payer comes back to by reload or by *back*: what was under way is watched again. */
import { openCheckout, orderInUrl, pathFor, showButtons, showOrder, walletsHere } from './here.js'
import { watch } from './payment-view.js'

const form = document.querySelector('#pay')
const byCode = new URLSearchParams(location.search).get('by') === 'qr'
const checkout = await openCheckout({
  returnUrl: pathFor('/return'),
  ...(byCode && { accepts: (kinds) => kinds.filter((kind) => kind === 'qr') }),
})
const expect = await showOrder()
const wallets = walletsHere(checkout)

/** A code that a reload took off the screen is asked for again: what was resumed only watches. */
const letGo = async (payment) => {
  payment.stop()
  await payment.result
}

let resumed = checkout.resume(orderInUrl, { expect })

const pay = async (wallet) => {
  if (resumed) await letGo(resumed)
  resumed = null
  form.hidden = true
  watch(checkout.pay(orderInUrl, { wallet, expect }), wallet)
}

showButtons(wallets)
document.querySelector('#nowhere').hidden = wallets.length > 0
document.querySelector('#elsewhere').hidden = checkout.platform !== 'desktop-browser'
document.querySelector('#link').href = pathFor('/link')
form.addEventListener('submit', (event) => {
  event.preventDefault()
  pay(event.submitter.value)
})
if (resumed) {
  const { status } = await watch(resumed)
  if (status === 'paid') form.hidden = true
} else if (wallets.length === 1) {
  checkout.prepare(orderInUrl, { wallet: wallets[0], expect })
}
