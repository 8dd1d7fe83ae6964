/** The page behind the printed code: the payer types the amount, the shop's server makes an order of it. */
import { openCheckout, orderInUrl, pathFor, showButtons, showOrder, walletsHere } from './here.js'
import { watch } from './payment-view.js'

const form = document.querySelector('#pay')
const checkout = await openCheckout()

const makeOrder = async (value) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/orders', { method: 'POST', headers, body: JSON.stringify({ value }) })
  return (await answer.json()).order
}

/** The order goes into the address first: the payer may leave for the wallet's login and come back. */
const pay = async (yuan, wallet) => {
  const value = Math.round(Number(yuan) * 100)
  const order = await makeOrder(value)
  if (!order) return
  form.hidden = true
  history.replaceState(null, '', pathFor('/fixed/pay', order))
  document.querySelector('#order').hidden = false
  showOrder(order)
  watch(checkout.pay(order, { wallet, expect: { value, currency: 'CNY' } }), wallet)
}

showButtons(walletsHere(checkout))
form.hidden = orderInUrl !== null
form.addEventListener('submit', (event) => {
  event.preventDefault()
  pay(document.querySelector('#value').value, event.submitter.value)
})

if (orderInUrl !== null) {
  document.querySelector('#order').hidden = false
  const payment = checkout.resume(orderInUrl, { expect: await showOrder() })
  if (payment) watch(payment)
  else location.replace(pathFor('/checkout'))
}
