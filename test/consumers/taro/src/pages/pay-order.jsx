import { Button } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { createCheckout } from 'isopay'
import { useState } from 'react'

const checkout = createCheckout({ endpoint: 'https://shop.example/pay' })

export default function Pay() {
  const [said, say] = useState('Pay')
  const { order } = useRouter().params
  const pay = async () => {
    const { status } = await checkout.pay(order).result
    say(status)
  }
  return <Button onClick={pay}>{said}</Button>
}
