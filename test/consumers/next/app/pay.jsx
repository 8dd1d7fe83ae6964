'use client'

import { createCheckout } from 'isopay'
import { usePayment } from 'isopay/react'
import { useEffect } from 'react'

const checkout = createCheckout({ endpoint: '/pay' })

export default function Pay({ order, amount }) {
  const { state, pay } = usePayment(checkout, order, { expect: amount })
  useEffect(() => {
    if (state?.result) document.body.dataset.result = state.result.status
  }, [state])
  return (
    <button type="button" onClick={() => pay()}>
      Pay
    </button>
  )
}
