import { createCheckout } from 'isopay'
import { prepareRequest } from 'isopay/contract'

export default {
  async fetch(request) {
    const checkout = createCheckout({ endpoint: 'https://shop.example/pay' })
    const { status, error } = await checkout.pay('order-1').result
    const asked = prepareRequest.safeParse(await request.json())
    return Response.json({ platform: checkout.platform, status, code: error?.code, understood: asked.success })
  },
}
