/**
 * Pays an order: one of this mini program's own, or one of a web page that hopped here, which finds the result when it is
 * shown again. A mini program that was killed with the wallet in front takes its payment up again.
 */
import { checkout } from '../../shop'

const words = {
  paid: '已支付 Paid',
  cancelled: '已取消 Cancelled',
  failed: '未能支付 Not paid',
  closed: '已关闭 Closed',
  pending: '正在确认 Being confirmed',
}

Page({
  data: { order: '', said: '', busy: false },

  onLoad({ order = '' }: { order?: string }) {
    this.setData({ order })
    const payment = checkout.resume(order)
    if (payment) this.follow(payment)
  },

  pay() {
    this.follow(checkout.pay(this.data.order))
  },

  /** `result` settles in every case and never rejects. */
  async follow({ result }: ReturnType<typeof checkout.pay>) {
    this.setData({ busy: true })
    const { status } = await result
    this.setData({ busy: false, said: words[status] })
    if (status === 'paid') my.navigateBack()
  },
})
