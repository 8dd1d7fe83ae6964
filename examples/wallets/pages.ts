/** The screens: plain files, no inline script or style, so that they live under the strictest policy. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'

const read = (name: string) => readFileSync(new URL(`./pages/${name}`, import.meta.url), 'utf8')

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

const policy = "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: mediastream:"

const served = (text: string, name: string, status = 200) =>
  new Response(text, {
    status,
    headers: {
      'Content-Type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    },
  })

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The wallet's page that lets nobody in, with its words. */
export const refusedPage = (why: string): Response => {
  const words = why.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark)
  return served(read('refused.html').replace('{{why}}', words), 'refused.html')
}

const jsqr = createRequire(import.meta.url).resolve('jsqr')

const files = [
  'phone.css',
  'colours.css',
  'wallet.js',
  'home.js',
  'code.js',
  'pay.js',
  'decode.js',
  'faults.js',
  'sheet.css',
]

/** `/`, each wallet's home and pay page, the faults, and `/pages/*`. */
export const pages = (): Hono => {
  const app = new Hono()
  const page = (name: string) => () => served(read(name), name)
  app.get('/', page('index.html'))
  for (const wallet of ['wechat', 'alipay']) {
    app.get(`/${wallet}`, (c) => c.redirect(`/${wallet}/`))
    app.get(`/${wallet}/`, page('home.html'))
    app.get(`/${wallet}/pay`, page('pay.html'))
    app.get(`/${wallet}/code`, page('code.html'))
  }
  app.get('/faults/', page('faults.html'))
  app.get('/pages/jsqr.js', () => served(readFileSync(jsqr, 'utf8'), 'jsqr.js'))
  for (const name of files) app.get(`/pages/${name}`, page(name))
  return app
}
