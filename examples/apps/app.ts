/** A page of its own on top of the whole town: its server for `npm run dev`, where a framework's own would stand. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { openTown } from '../play/town.ts'
import { forward } from '../shop/forward.ts'
import { bundle } from './bundle.ts'

const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

const file = (room: URL, name: string): Response => {
  const url = new URL(name, room)
  if (!existsSync(url)) return new Response('Not found', { status: 404 })
  const type = `${types[name.split('.').at(-1) ?? ''] ?? 'text/plain'}; charset=utf-8`
  return new Response(readFileSync(url), { headers: { 'content-type': type, 'cache-control': 'no-store' } })
}

/** What is not the app's own is the shop's: orders, and the calls of the contract. */
const routes = (room: URL, shop: string): Hono => {
  const app = new Hono()
  app.get('/', () => file(room, 'index.html'))
  app.get('/dist/:name{[\\w.-]+}', (c) => file(room, `dist/${c.req.param('name')}`))
  app.all('*', (c) => forward(c.req.raw, shop))
  return app
}

export interface AppOptions {
  /** The folder, which holds `index.html` and `main.js` or `main.jsx`. */
  readonly room: URL
  readonly port: number
  /** Build anew whenever a file changes. */
  readonly watch: boolean
}

export const startApp = async ({ room, port, watch }: AppOptions) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'isopay-app-'))
  const origin = `http://127.0.0.1:${port}`
  const town = await openTown({ dataDir, pages: [origin] })
  await bundle(room, watch)
  const server = createServer(getRequestListener(routes(room, town.shop.origin).fetch))
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  return {
    town,
    origin,
    stop: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise<unknown>((done) => server.close(done))
      await town.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
