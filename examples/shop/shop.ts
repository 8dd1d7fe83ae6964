/** The shop: its pages, its price list, and one origin for the browser, behind which the merchant's server stands. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { forward } from './forward.ts'
import { orders } from './orders.ts'
import { pages } from './pages.ts'

/** `port` 0 takes any free one; `merchant` and `wallets` are origins. */
export interface ShopOptions {
  port: number
  merchant: string
  wallets: string
}

export interface Shop {
  origin: string
  stop: () => Promise<void>
}

const listen = async (port: number): Promise<Server> => {
  const server = createServer()
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  return server
}

const routes = ({ merchant, wallets }: ShopOptions): Hono => {
  const app = new Hono()
  app.get('/config', (c) => c.json({ wallets }))
  app.route('/', orders(merchant))
  app.get('/orders/:order', (c) => forward(c.req.raw, merchant))
  app.all('/pay/*', (c) => forward(c.req.raw, merchant))
  app.route('/', pages(wallets))
  return app
}

export const startShop = async (options: ShopOptions): Promise<Shop> => {
  const server = await listen(options.port)
  server.on('request', getRequestListener(routes(options).fetch))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<unknown>((done) => server.close(done))
    },
  }
}
