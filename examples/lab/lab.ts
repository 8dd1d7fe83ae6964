/** The lab: a page that shows the whole town at work, with the switches for what can go wrong. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Town } from '../play/town.ts'
import { forward } from '../shop/forward.ts'
import { answerWallet } from '../wallets/bridge.ts'
import { noFaults, setFaults } from '../wallets/faults.ts'
import { places } from '../wallets/places.ts'
import { mini } from './mini.ts'
import { isCondition } from './network.ts'
import { unsealer } from './unsealed.ts'
import type { Wire } from './wire.ts'

export interface Lab {
  origin: string
  stop: () => Promise<void>
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
}

/** Frames show the town's own origins; a code is redrawn as a picture on its way to the phone. */
const policyFor = (origins: readonly string[]) =>
  `default-src 'self'; img-src 'self' blob: data:; frame-src 'self' ${origins.join(' ')}`

const page = (policy: string, name: string): Response => {
  const file = new URL(`./pages/${name}`, import.meta.url)
  const type = types[name.split('.').at(-1) ?? '']
  if (!type || !existsSync(file)) return new Response('Not found', { status: 404 })
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'cache-control': 'no-cache',
  }
  return new Response(readFileSync(file), { headers })
}

/** Everything is honest and in order again. */
const reset = ({ wallets }: Town, wire: Wire) => {
  Object.assign(wallets.faults, noFaults())
  wire.network.set('normal')
}

const switches = (town: Town, wire: Wire): Hono => {
  const app = new Hono()
  const state = () => ({ faults: town.wallets.faults, network: wire.network.condition() })
  app.get('/', (c) => c.json(state()))
  app.delete('/', (c) => {
    reset(town, wire)
    return c.json(state())
  })
  app.post('/', async (c) => {
    const { network, ...faults } = await c.req.json<Record<string, unknown>>()
    if (network !== undefined && !isCondition(network)) return c.json(state(), 400)
    if (network !== undefined) wire.network.set(network)
    return c.json(state(), setFaults(town.wallets.faults, faults) ? 200 : 400)
  })
  return app
}

/** Every message as it is heard, and after each what the wallets have taken until now. */
const hearing =
  ({ wallets }: Town, wire: Wire) =>
  (c: Context) =>
    streamSSE(c, async (stream) => {
      const books = () => ({
        is: 'books',
        taken: wallets.ledger.payments().map(({ value }) => value),
        network: wire.network.condition(),
      })
      const send = (heard: object) => void stream.writeSSE({ data: JSON.stringify(heard) })
      send(books())
      const forget = wire.subscribe((heard) => {
        send(heard)
        send(books())
      })
      await new Promise<void>((done) => stream.onAbort(done))
      forget()
    })

const routes = (town: Town, wire: Wire): Hono => {
  const { shop, till, wallets } = town
  const origins = { ...town.places, till: till.origin, wallets: wallets.origin }
  const policy = policyFor(Object.values(origins))
  const { appid } = wallets.accounts.wechat.mini
  const app = new Hono()
  app.get('/', () => page(policy, 'lab.html'))
  app.get('/mini', () => page(policy, 'mini.html'))
  app.get('/pages/:name{[\\w.-]+}', (c) => page(policy, c.req.param('name')))
  app.get('/town', (c) => c.json({ origins, appid }))
  app.get('/wire', hearing(town, wire))
  app.route('/switches', switches(town, wire))
  app.route('/mini', mini())
  app.get('/__wallet/:name', async (c) => {
    const { status, headers, body } = await answerWallet(places.app, wallets.origin, c.req.path, 'GET', Buffer.of())
    return new Response(body, { status, headers })
  })
  // The mini program's own requests: its page has this origin.
  app.post('/:wallet{wechat|alipay}/app/*', (c) => forward(c.req.raw, wallets.origin))
  for (const path of ['/products', '/orders/*', '/pay/*']) app.all(path, (c) => forward(c.req.raw, shop.origin))
  return app
}

/** Opens the lab for a town whose servers go through `wire`. */
export const startLab = async (town: Town, wire: Wire, port: number): Promise<Lab> => {
  wire.openBy(unsealer(town.wallets.accounts.wechat.apiV3Key))
  const server = createServer(wire.through('mini', getRequestListener(routes(town, wire).fetch)))
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<unknown>((done) => server.close(done))
    },
  }
}
