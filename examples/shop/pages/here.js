/** What the payment pages share: the order that the address names, and a checkout for the place this page is in. */
import { createCheckout } from '/isopay/index.js'
import { money, say } from './words.js'

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
  document.querySelector('#amount').textContent = money(amount)
  return amount
}

/** @param {Pick<import('isopay').CheckoutOptions, 'returnUrl' | 'accepts'>} [options] */
export const openCheckout = async (options) => {
  const { wallets } = await fetchJson('/config')
  return createCheckout({ endpoint: '/pay', hosts: [new URL(wallets).host], ...options })
}

const bridges = { wechat: 'wechat.bridge', alipay: 'alipay.bridge' }

/**
 * The wallets that can pay here: in one wallet's own browser there is no way to the other.
 * @param {import('isopay').Checkout} checkout
 */
export const walletsHere = (checkout) => {
  const taken = new Set(checkout.explain().channels.flatMap(({ kind, taken }) => (taken ? [kind] : [])))
  const inside = Object.keys(bridges).filter((wallet) => taken.has(bridges[wallet]))
  if (inside.length > 0 && !taken.has('qr')) return inside
  return taken.size > 0 ? Object.keys(bridges) : []
}

/** Shows the buttons of these wallets only. */
export const showButtons = (wallets) => {
  for (const wallet of Object.keys(bridges)) document.querySelector(`#pay-${wallet}`).hidden = !wallets.includes(wallet)
}
