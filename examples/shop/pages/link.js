/**
 * For a screen whose payer goes on in his wallet: a code of the checkout page's own address.
 *
 * The payment happens on the phone. This page watches by an id of its own that nobody pays with: the server answers for
 * the order, whichever payment pays it.
 */
import { openCheckout, orderInUrl, panel, pathFor, showOrder } from './here.js'
import { drawCode } from './qr-code.js'

const newId = () => crypto.randomUUID().replaceAll('-', '')

const nameWatcher = () => {
  const url = new URL(location.href)
  if (!url.searchParams.has('isopay')) url.searchParams.set('isopay', newId())
  history.replaceState(null, '', url)
}

nameWatcher()
const { href } = new URL(pathFor('/checkout'), location.origin)
drawCode(document.querySelector('#page-qr'), href, href)
panel.addEventListener('isopay-settled', ({ detail }) => {
  document.querySelector('#page-code').hidden = detail.status === 'paid'
})
const checkout = await openCheckout()
Object.assign(panel, { order: orderInUrl, expect: await showOrder(), checkout })
