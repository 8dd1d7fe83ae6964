const { createCheckout } = require('isopay')

const checkout = createCheckout({ endpoint: 'https://shop.example/pay' })

Page({
  data: { order: '', said: 'Pay' },

  onLoad({ order }) {
    this.setData({ order })
  },

  async pay() {
    const { status } = await checkout.pay(this.data.order).result
    this.setData({ said: status })
  },
})
