/** A shop's own code, as small as it gets: a button that pays. It is handed its checkout, so that a test can hand it another. */
import type { Checkout, Result } from 'isopay'

const labels: Readonly<Record<Result['status'], string>> = {
  paid: '谢谢 · Thank you',
  cancelled: '再试一次 · Try again',
  closed: '再试一次 · Try again',
  failed: '再试一次 · Try again',
  pending: '正在确认 · Checking',
}

export const payButton = (checkout: Checkout, order: string) => {
  let label = '付款 · Pay'
  return {
    label: () => label,
    tap: () => {
      label = '正在确认 · Checking'
      void checkout.pay(order).result.then(({ status }) => {
        label = labels[status]
      })
    },
  }
}
