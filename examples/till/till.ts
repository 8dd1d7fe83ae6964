/** The cashier's screen: one page, and one origin for the browser, behind which the merchant's server stands. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { forward } from '../shop/forward.ts'

export interface TillOptions {
  /** 0 takes any free one. */
  port: number
  /** The origin of the merchant's server. */
  merchant: string
  /** Lets somebody listen on the wire. */
  through?: (listener: RequestListener) => RequestListener
}

export interface Till {
  origin: string
  stop: () => Promise<void>
}

const rooms = {
  pages: new URL('./pages/', import.meta.url),
  shop: new URL('../shop/pages/', import.meta.url),
  isopay: new URL('../../dist/', import.meta.url),
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const policy = "default-src 'self'"

/** Routes hand in names without a slash, so that nothing outside of `room` can be named. */
const served = (room: URL, name: string): Response => {
  const file = new URL(name, room)
  const type = types[name.split('.').at(-1) ?? '']
  if (type === undefined || !existsSync(file)) return new Response('Not found', { status: 404 })
  const headers = { 'content-type': type, 'content-security-policy': policy, 'cache-control': 'no-cache' }
  return new Response(readFileSync(file), { headers })
}

const routes = ({ merchant }: TillOptions): Hono => {
  const app = new Hono()
  app.get('/', () => served(rooms.pages, 'till.html'))
  for (const [name, room] of Object.entries(rooms))
    app.get(`/${name}/:name{[\\w.-]+}`, (c) => served(room, c.req.param('name')))
  app.post('/orders', (c) => forward(c.req.raw, merchant))
  app.post('/pay/*', (c) => forward(c.req.raw, merchant))
  return app
}

const listen = async (port: number): Promise<Server> => {
  const server = createServer()
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  return server
}

export const startTill = async (options: TillOptions): Promise<Till> => {
  const server = await listen(options.port)
  const { through = (listener) => listener } = options
  server.on('request', through(getRequestListener(routes(options).fetch)))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<unknown>((done) => server.close(done))
    },
  }
}
