/** The shop's page: the element as it was built, under the strictest policy there is, and the shop behind it. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { forward } from '../../../examples/shop/forward.ts'

/** The nonce is for the styles of engines that know no constructed sheets: Chromium before 73. */
const policyFor = (wallets: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-c2hvcA'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${wallets}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

const files: Readonly<Record<string, readonly [name: string, type: string]>> = {
  '/': ['panel.html', 'text/html; charset=utf-8'],
  '/one-file': ['one-file.html', 'text/html; charset=utf-8'],
  '/first.js': ['first.js', 'text/javascript; charset=utf-8'],
  '/bridge.js': ['bridge.js', 'text/javascript; charset=utf-8'],
  '/panel.js': ['panel.js', 'text/javascript; charset=utf-8'],
  '/one-file.js': ['one-file.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
}

interface Asked {
  readonly payment: string
  readonly order: string
}

export interface Front {
  readonly port: number
  /** What was asked for, in turn. */
  readonly prepared: readonly Asked[]
  /** The next code is said to end so soon. The wallet goes by its own time. */
  readonly shorten: (seconds: number) => void
  readonly stop: () => Promise<void>
}

/** `shop` and `wallets` are origins. */
export const openFront = async (shop: string, wallets: string): Promise<Front> => {
  const prepared: Asked[] = []
  let seconds: number | undefined
  const app = new Hono()
  const headers = { 'content-security-policy': policyFor(wallets), 'cache-control': 'no-cache' }

  for (const [path, [name, type]] of Object.entries(files))
    app.get(path, () => {
      const body = readFileSync(new URL(`./page/${name}`, import.meta.url))
      return new Response(body, { headers: { ...headers, 'content-type': type } })
    })
  app.post('/pay/prepare', async (c) => {
    prepared.push(await c.req.raw.clone().json())
    const answer = await forward(c.req.raw, shop)
    if (seconds === undefined) return answer
    const shortened = Response.json({ ...(await answer.json()), expiresInSeconds: seconds })
    seconds = undefined
    return shortened
  })
  app.post('/wallet/*', (c) => forward(new Request(c.req.url.replace('/wallet/', '/wechat/app/'), c.req.raw), wallets))
  app.all('*', (c) => forward(c.req.raw, shop))

  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    prepared,
    shorten: (next) => {
      seconds = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise<unknown>((done) => server.close(done))
    },
  }
}
