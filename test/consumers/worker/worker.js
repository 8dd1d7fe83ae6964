import { createCheckout } from 'isopay'
import { prepareRequest, statusRequest } from 'isopay/contract'

const amount = { value: 990, currency: 'CNY' }
const signed = {
  timeStamp: '1764000000',
  nonceStr: 'nonce',
  package: 'prepay_id=wx24',
  signType: 'RSA',
  paySign: 'signature',
}
const action = { kind: 'wechat.bridge', appId: 'wx0123456789abcdef', ...signed }

/** Here, where there is one of it. A shop asks its database. */
let status = 'pending'

const calls = {
  prepare: ({ payment, order }) => ({ payment, order, amount, expiresInSeconds: 300, action }),
  status: ({ payment, order, nonce }) => ({ payment, order, nonce, amount, status }),
}
const requests = { prepare: prepareRequest, status: statusRequest }

const answer = (call, body) => {
  const asked = requests[call].safeParse(body)
  if (asked.success) return Response.json(calls[call](asked.data))
  return Response.json({ error: { code: 'invalid_request', message: asked.error.message } }, { status: 400 })
}

/** Nothing can be invoked in a worker. */
const inside = async () => {
  const checkout = createCheckout({ endpoint: 'https://shop.example/pay' })
  const { status, error } = await checkout.pay('order-1').result
  return Response.json({ platform: checkout.platform, status, code: error?.code })
}

const html = (page) => `<!doctype html>
<meta charset="utf-8">
<body>
<script>${page}</script>
`

export default {
  async fetch(request, { page }) {
    const { pathname } = new URL(request.url)
    if (pathname === '/pay/prepare' || pathname === '/pay/status')
      return answer(pathname.slice('/pay/'.length), await request.json())
    if (pathname === '/inside') return inside()
    if (pathname === '/notify') status = 'paid'
    return new Response(html(page), { headers: { 'content-type': 'text/html' } })
  },
}
