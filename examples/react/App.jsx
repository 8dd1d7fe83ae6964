import { createCheckout } from 'isopay'
import { PaymentPanel } from 'isopay/react'
import { useEffect, useState } from 'react'
import { openOrder, walletHosts } from '../apps/order.js'

const open = async () => ({
  ...(await openOrder('longjing')),
  checkout: createCheckout({ endpoint: '/pay', hosts: await walletHosts() }),
})

// Asked once, also where Strict Mode runs every effect twice.
const opening = open()

export const App = () => {
  const [shop, setShop] = useState(null)
  const [status, setStatus] = useState('')
  useEffect(() => {
    opening.then(setShop)
  }, [])

  return (
    <>
      <h1>{shop?.title}</h1>
      <PaymentPanel
        checkout={shop?.checkout ?? null}
        order={shop?.order ?? ''}
        expect={shop?.amount}
        onSettled={(result) => setStatus(result.status)}
      >
        <p>正在打开… Opening…</p>
        <a slot="paid" href="/">
          再买一件 Buy another
        </a>
      </PaymentPanel>
      <output>{status}</output>
    </>
  )
}
