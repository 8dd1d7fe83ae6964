/** The shop's front: a choice, and the order for it. */
import { money, say } from './words.js'

const form = document.querySelector('#buy')
const wanted = new URLSearchParams(location.search).get('product')

const row = ({ id, zh, en, value }, index) => {
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'product', value: id })
  radio.checked = wanted === null ? index === 0 : id === wanted
  const price = Object.assign(document.createElement('b'), { textContent: money({ value, currency: 'CNY' }) })
  const label = document.createElement('label')
  label.append(radio, say([zh, en]), price)
  return label
}

const buy = async (product) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/orders', { method: 'POST', headers, body: JSON.stringify({ product }) })
  const { order } = await answer.json()
  location.assign(`/checkout?order=${encodeURIComponent(order)}`)
}

const products = await (await fetch('/products')).json()
document.querySelector('#products').append(...products.map(row))
form.addEventListener('submit', (event) => {
  event.preventDefault()
  buy(new FormData(form).get('product'))
})
// A press before this would be the browser's own: it loads the page anew and buys nothing.
form.querySelector('button').disabled = false
