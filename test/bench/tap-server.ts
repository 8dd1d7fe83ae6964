/** The page and a merchant that answers at once. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { scriptOf } from './bundles.ts'
import { signed } from './signed.ts'

const action = { kind: 'wechat.bridge', ...signed }

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

/** A page of its own process has a clock of 5 µs instead of 100: https://www.w3.org/TR/hr-time-3/#clock-resolution */
const isolated = new Headers({
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
})

/** Before all others: what counts the requests at the moment that they are sent. */
const counter = `window.sent = 0
const send = window.fetch
window.fetch = (...args) => {
  window.sent += 1
  return send(...args)
}`

export const startTapServer = async () => {
  const { isopay, pingpp, page } = await scripts()
  const html = `<!doctype html><meta charset="utf-8"><button style="width:200px;height:80px">Pay</button>
<script>${[counter, isopay, pingpp, page].join('</script>\n<script>')}</script>`
  const server = createServer(async (request, response) => {
    const { url = '', method } = request
    if (method !== 'POST') return response.setHeaders(isolated).end(html)
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
