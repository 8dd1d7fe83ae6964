// One page for every way to pay: a button, a bridge that notes when it is reached, and what each way does in the tap.
import * as hand from './hand.js'
import { signed } from './signed.ts'

const nothing = () => {}
let orders = 0
const newOrder = () => {
  orders += 1
  return `order-${orders}`
}

let reached = nothing
window.WeixinJSBridge = { invoke: () => reached(performance.now()) }

const checkout = window.Isopay.createCheckout({ endpoint: '/pay' })
const charge = {
  id: 'ch_1',
  object: 'charge',
  app: 'app_1',
  livemode: true,
  channel: 'wx_pub',
  credential: { wx_pub: signed },
}

const sleep = (ms) => new Promise((done) => setTimeout(done, ms))
const answered = () => performance.getEntriesByName(new URL('/pay/prepare', location.href).href).length > 0

const ahead = async (order) => {
  checkout.prepare(order)
  while (!answered()) await sleep(10)
  await sleep(30) // the body is read
  return () => checkout.pay(order)
}

/** Each makes ready, and answers what the tap does. */
const ways = {
  'by hand, parameters at hand': async () => () => hand.payByHand(signed, nothing),
  'pingpp-js, charge at hand': async () => () => window.Pingpp.createPayment(charge, nothing),
  'isopay, prepared ahead': ahead,
  'by hand, fetched in the tap': async (order) => () => void hand.fetchAndPayByHand('/pay', order, nothing),
  'isopay, not prepared': async (order) => () => checkout.pay(order),
}

const button = document.querySelector('button')

/** Milliseconds from the click to the bridge, and the requests that went out meanwhile. */
window.makeReady = async (way) => {
  const tap = await ways[way](newOrder())
  window.tapped = new Promise((done) => {
    button.onclick = () => {
      const startMs = performance.now()
      const before = window.sent
      reached = (atMs) => {
        reached = nothing
        done({ ms: atMs - startMs, requests: window.sent - before })
      }
      window.payment = tap()
    }
  })
}

window.tidy = () => {
  window.payment?.stop?.()
  window.payment = undefined
  performance.clearResourceTimings()
}
