import { createCheckout, createDesk, readKeys } from '/isopay/till.js'
import { endings, money, say, words } from '/pages/words.js'

const byId = (name) => document.getElementById(name)
const status = byId('status')
/** For whoever monitors this screen: each step of a payment, redacted by isopay. */
const observe = (detail) => dispatchEvent(new CustomEvent('isopay-trace', { detail }))
const desk = createDesk({ checkout: createCheckout({ endpoint: `${location.origin}/pay`, observe }) })

/** What is being sold now: its order waits for a scan. */
let sale = null

const tell = (text, result = '') => {
  status.textContent = say(text)
  status.dataset.result = result
}

const secondsLeft = ({ endsAtMs }) => (endsAtMs ? Math.max(0, Math.round((endsAtMs - Date.now()) / 1000)) : '–')

const row = (entry) => {
  const { order, payerAsked } = entry
  const line = document.createElement('p')
  const close = document.createElement('button')
  line.textContent = `${order.slice(0, 8)} · ${say(payerAsked ? words.typing : words.asking)} · ${secondsLeft(entry)} s`
  close.textContent = say(words.reverse)
  close.onclick = () => desk.close(order)
  line.append(close)
  return line
}

const list = () => {
  const open = desk.unresolved()
  byId('unresolved').hidden = open.length === 0
  byId('list').replaceChildren(...open.map(row))
  const own = open.find(({ order }) => order === sale?.order)
  if (own) tell(own.payerAsked ? words.typing : words.asking)
}

/** A payer may show another code where the first took no money: the sale goes on until it is paid. */
const follow = async ({ order, result }) => {
  const { status: end } = await result
  if (order !== sale?.order) return
  if (end === 'paid') sale = null
  tell(endings[end], end)
}

const scanned = async (code) => {
  if (!sale) return
  const { order, amount } = sale
  const { taken, payment, error } = await desk.charge(order, code, { expect: amount })
  if (taken) follow(payment)
  else tell([`${words.refused[0]}（${error.code}）`, `${words.refused[1]}: ${error.message}`])
}

const open = async (value) => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ title: '到店付款 Paid in the shop', value })
  const answer = await fetch('/orders', { method: 'POST', headers, body })
  if (!answer.ok) return tell(words.down)
  const { order } = await answer.json()
  sale = { order, amount: { value, currency: 'CNY' } }
  byId('payment').hidden = false
  byId('amount').textContent = money(value)
  tell(words.scan)
}

byId('sale').addEventListener('submit', (event) => {
  event.preventDefault()
  document.activeElement.blur() // so that no scan is typed into a field
  open(Math.round(Number(byId('value').value) * 100))
})

desk.subscribe(list)
setInterval(list, 1000)
readKeys(document, scanned)
list()
byId('charge').disabled = false
