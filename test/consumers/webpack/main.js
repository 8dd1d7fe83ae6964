import { createCheckout } from 'isopay'
import { definePanel } from 'isopay/element'

definePanel()
const panel = document.createElement('isopay-panel')
panel.order = 'order-1'
panel.expect = { value: 990, currency: 'CNY' }
panel.checkout = createCheckout({ endpoint: '/pay' })
panel.addEventListener('isopay-settled', ({ detail }) => {
  document.body.dataset.result = detail.status
})
const button = document.createElement('button')
button.textContent = 'Pay'
button.onclick = () => panel.pay('wechat')
document.body.append(panel, button)
