/** The pages: plain files under a policy that lets in no inline script or style, and isopay as it was built. */
import { existsSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'

const own = new URL('./pages/', import.meta.url)
const isopay = new URL('../../dist/', import.meta.url)

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const screens = {
  '/': 'product.html',
  '/checkout': 'checkout.html',
  '/return': 'return.html',
  '/link': 'link.html',
  '/shelf': 'shelf.html',
  '/fixed': 'fixed.html',
  '/fixed/pay': 'amount.html',
}

/** Routes hand in names without a slash, so that nothing outside of `room` can be named. */
const served = (room: URL, name: string, policy: string): Response => {
  const file = new URL(name, room)
  const type = types[name.split('.').at(-1) ?? '']
  if (type === undefined || !existsSync(file)) return new Response('Not found', { status: 404 })
  const headers = { 'content-type': type, 'content-security-policy': policy, 'cache-control': 'no-cache' }
  return new Response(readFileSync(file), { headers })
}

export const pages = (wallets: string): Hono => {
  // A form may be sent to the wallet's cashier; everything else stays here.
  const policy = `default-src 'self'; form-action 'self' ${wallets}`
  const app = new Hono()
  for (const [path, name] of Object.entries(screens)) app.get(path, () => served(own, name, policy))
  app.get('/pages/:name{[\\w.-]+}', (c) => served(own, c.req.param('name'), policy))
  app.get('/isopay/:name{[\\w.-]+}', (c) => served(isopay, c.req.param('name'), policy))
  return app
}
