/** Pays an order. Also where a payer comes back to by reload or by *back*: what was under way is taken up again. */
import { offerCode, openCheckout, orderInUrl, panel, pathFor, showOrder } from './here.js'

const byCode = new URLSearchParams(location.search).get('by') === 'qr'
const checkout = await openCheckout({
  returnUrl: pathFor('/return'),
  ...(byCode && { accepts: (kinds) => kinds.filter((kind) => kind === 'qr') }),
})

document.querySelector('#link').href = pathFor('/link')
document.querySelector('#elsewhere').hidden = checkout.platform !== 'desktop-browser'
offerCode()

const expect = await showOrder()
Object.assign(panel, { order: orderInUrl, expect, checkout })

/** Where there is but one wallet, the tap need not wait for the server. */
const { wallets = [] } = checkout.explain()
if (wallets.length === 1 && !panel.state) checkout.prepare(orderInUrl, { wallet: wallets[0], expect })
