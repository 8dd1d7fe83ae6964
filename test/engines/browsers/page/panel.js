/** The panel for the order that the address names. */
import { definePanel } from '/isopay/element.js'
import { createCheckout } from '/isopay/index.js'

const order = new URLSearchParams(location.search).get('order')
const ask = (path) => fetch(path).then((answer) => answer.json())

const open = async () => {
  const { wallets } = await ask('/config')
  const { amount } = await ask(`/orders/${order}`)
  const panel = document.querySelector('isopay-panel')
  const checkout = createCheckout({ endpoint: '/pay', hosts: [new URL(wallets).host] })
  Object.assign(panel, { order, expect: amount, checkout })
  window.panel = panel
}

definePanel()
open()
