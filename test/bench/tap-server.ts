/** The page and a merchant that answers at once. */

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { scriptOf } from './bundles.ts'

const action = {
  kind: 'wechat.bridge',
  appId: 'wx0123456789abcdef',
  timeStamp: '1700000000',
  nonceStr: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
  package: 'prepay_id=wx201410272009395522657a690389285100',
  signType: 'RSA',
  paySign: 'oR9d8PuhnIc+YZ8cBHFCwfgpaK9gd7vaRvkYD7rthRAZ',
}

const answerTo = (path: string, { payment, order, nonce }: Readonly<Record<string, string>>) => {
  const amount = { value: 990, currency: 'CNY' }
  if (path === '/pay/prepare') return { payment, order, amount, expiresInSeconds: 300, action }
  return { payment, order, nonce, amount, status: 'pending' }
}

export const scripts = async () => ({
  isopay: readFileSync(join(import.meta.dirname, '../../dist/isopay.global.js'), 'utf8'),
  pingpp: await scriptOf("export { createPayment } from 'pingpp-js'", 'Pingpp'),
  weixin: await scriptOf("export { default } from 'weixin-js-sdk'", 'Weixin'),
  page: await scriptOf("import './tap-page.js'", 'Page'),
})

export const startTapServer = async () => {
  const { isopay, pingpp, page } = await scripts()
  const html = `<!doctype html><meta charset="utf-8"><button style="width:200px;height:80px">Pay</button>
<script>${[isopay, pingpp, page].join('</script>\n<script>')}</script>`
  const server = createServer(async (request, response) => {
    const { url = '', method } = request
    if (method !== 'POST') return response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    let text = ''
    for await (const part of request) text += part
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answerTo(url, JSON.parse(text))))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { readonly port: number }
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}
