import { createCheckout } from 'isopay'

const checkout = createCheckout({ endpoint: '/pay' })
const button = document.createElement('button')
button.textContent = 'Pay'
button.onclick = async () => {
  const { status } = await checkout.pay('order-1', { expect: { value: 990, currency: 'CNY' } }).result
  document.body.dataset.result = status
}
document.body.append(button)
