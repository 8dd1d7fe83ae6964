/** The page behind the printed code: the payer types the amount, the shop's server makes an order of it. */
import { openCheckout, orderInUrl, panel, pathFor, showOrder } from './here.js'

const form = document.querySelector('#amount')
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
  Object.assign(panel, { order, expect: { value, currency: 'CNY' } })
  panel.pay(wallet)
  await showOrder(order)
}

/** Without an order yet, the tap on a wallet makes one. */
const takeTap = (event) => {
  if (panel.order) return
  event.preventDefault()
  if (form.reportValidity()) pay(form.elements.value.value, event.detail.wallet)
}

panel.addEventListener('isopay-pay', takeTap)
form.addEventListener('submit', (event) => event.preventDefault())
form.hidden = orderInUrl !== null
if (orderInUrl !== null) Object.assign(panel, { order: orderInUrl, expect: await showOrder() })
panel.checkout = checkout
