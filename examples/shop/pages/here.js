/** What the payment pages share: the order that the address names, a checkout for this place, and the panel. */
import { definePanel } from '/isopay/element.js'
import { createCheckout } from '/isopay/index.js'
import { say } from './words.js'

const query = new URLSearchParams(location.search)

/** @type {string | null} */
export const orderInUrl = query.get('order')

/** @param {string} path */
export const pathFor = (path, order = orderInUrl) => `${path}?order=${encodeURIComponent(order)}`

const fetchJson = async (path) => {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

const heading = document.querySelector('#title')

/** Shows what the order is for, and answers its amount. Rejects where there is no such order. */
export const showOrder = async (order = orderInUrl) => {
  heading.textContent = say(['没有这个订单', 'There is no such order'])
  const { title, amount } = await fetchJson(`/orders/${encodeURIComponent(order)}`)
  heading.textContent = title
  return amount
}

/** For whoever monitors this page: each step of a payment, redacted by isopay. */
const observe = (detail) => dispatchEvent(new CustomEvent('isopay-trace', { detail }))

/** @param {Pick<import('isopay').CheckoutOptions, 'returnUrl' | 'accepts'>} [options] */
export const openCheckout = async (options) => {
  const { wallets } = await fetchJson('/config')
  return createCheckout({ endpoint: '/pay', hosts: [new URL(wallets).host], observe, ...options })
}

/** @type {import('isopay/element').IsopayPanel} */
export const panel = document.querySelector('isopay-panel')

definePanel()

const byCode = document.querySelector('#by-code')

/** Nobody can say that WeChat on a PC pays by its bridge: where it refuses, a code for the phone is the way out. */
export const offerCode = () => {
  byCode.href = `${pathFor('/checkout')}&by=qr`
  panel.addEventListener('isopay-change', ({ detail }) => {
    byCode.hidden = detail?.platform !== 'wechat-desktop' || detail.claim?.is !== 'failed'
  })
}
