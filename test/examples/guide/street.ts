/** Both minimal servers, each on a port of its own beside the stand-in wallets. */
import { mkdtempSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Order } from '../../../examples/guide/counter.ts'
import { startExpress } from '../../../examples/guide/express.ts'
import { startHono } from '../../../examples/guide/hono.ts'
import { hostsAt } from '../../../examples/merchant/hosts.ts'
import { wechat } from '../../../examples/merchant/wechat.ts'
import { nextFree } from '../../../examples/play/ports.ts'
import { startWallets } from '../../../examples/wallets/wallets.ts'
import { newId, phoneAt, send } from '../merchant/market.ts'

const starts = { Hono: startHono, Express: startExpress }

export const frameworks = ['Hono', 'Express'] as const

export type Framework = (typeof frameworks)[number]

/** Each shop begins to look further on: a client may still hold a connection to the one before. */
let nextPort = 44_000 + (process.pid % 500) * 20

const ended = (server: Server) => {
  server.closeAllConnections()
  return new Promise<unknown>((done) => server.close(done))
}

export const openShop = async (framework: Framework) => {
  const wallets = await startWallets({
    port: 0,
    dataDir: mkdtempSync(join(tmpdir(), 'isopay-guide-')),
    gapsMs: [50, 100, 200],
  })
  const port = await nextFree(nextPort)
  nextPort = port + 1
  const origin = `http://127.0.0.1:${port}`
  const wallet = wechat(wallets.accounts.wechat, hostsAt(wallets.origin), `${origin}/notify`)
  const orders = new Map<string, Order>()
  const server = starts[framework](wallet, orders, port) as Server
  const call = (name: string, body: object) => send(`${origin}/pay/${name}`, body)
  return {
    origin,
    wallets,
    wallet,
    /** The shop's own books. */
    orders,
    phone: phoneAt(wallets.origin),
    order: async () => {
      const handle = newId()
      orders.set(handle, { handle, title: '龙井 Longjing', value: 990 })
      return handle
    },
    prepare: (payment: string, order: string, more: object = {}) =>
      call('prepare', { payment, order, platform: 'desktop-browser', accepts: ['qr'], ...more }),
    status: (payment: string, order: string) => call('status', { payment, order, nonce: newId() }),
    close: (payment: string, order: string) => call('close', { payment, order }),
    stop: async () => {
      await ended(server)
      await wallets.stop()
    },
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>
