/** What the shop sells: a tap makes an order, and the pay page takes it from there. */
import { origin } from '../../shop'

interface Product {
  id: string
  zh: string
  en: string
  value: number
}

const priced = (product: Product) => ({ ...product, yuan: (product.value / 100).toFixed(2) })

Page({
  data: { products: [] as ReturnType<typeof priced>[] },

  onLoad() {
    my.request({
      url: `${origin}/products`,
      dataType: 'json',
      success: ({ data }) => this.setData({ products: (data as unknown as Product[]).map(priced) }),
    })
  },

  buy({ currentTarget }: { currentTarget: { dataset: { id: string } } }) {
    my.request({
      url: `${origin}/orders`,
      method: 'POST',
      data: { product: currentTarget.dataset.id },
      success: ({ data }) => {
        const { order } = data as { order: string }
        my.navigateTo({ url: `/pages/pay/index?order=${order}` })
      },
    })
  },
})
