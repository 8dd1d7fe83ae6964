/** Both minimal servers, each on a port of its own beside the stand-in wallets. */

import { mkdtempSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { expressServer } from '../../../examples/guide/express.ts'
import { honoServer } from '../../../examples/guide/hono.ts'
import { hostsAt } from '../../../examples/merchant/hosts.ts'
import type { Wallet } from '../../../examples/merchant/wallet.ts'
import { wechat } from '../../../examples/merchant/wechat.ts'
import { startWallets } from '../../../examples/wallets/wallets.ts'
import { newId, phoneAt, send, shopOrigin } from '../merchant/market.ts'

const listeners: Readonly<Record<string, (wallet: Wallet, pages: readonly string[]) => RequestListener>> = {
  Hono: (wallet, pages) => getRequestListener(honoServer(wallet, pages).fetch),
  Express: (wallet, pages) => expressServer(wallet, pages),
}

export const frameworks = Object.keys(listeners)

export const openShop = async (framework: string) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'isopay-guide-'))
  const wallets = await startWallets({ port: 0, dataDir, gapsMs: [50, 100, 200] })
  let answer: RequestListener = (_, response) => response.writeHead(503).end()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const wallet = wechat(wallets.accounts.wechat, hostsAt(wallets.origin), `${origin}/notify/wechat`)
  answer = listeners[framework]?.(wallet, [shopOrigin]) ?? answer
  const call = (name: string, body: object) => send(`${origin}/pay/${name}`, body)
  return {
    origin,
    wallets,
    phone: phoneAt(wallets.origin),
    order: async () => String((await send(`${origin}/orders`, { title: '龙井 Longjing', value: 990 })).body.order),
    prepare: (payment: string, order: string, more: object = {}) =>
      call('prepare', { payment, order, platform: 'desktop-browser', accepts: ['qr'], ...more }),
    status: (payment: string, order: string) => call('status', { payment, order, nonce: newId() }),
    close: (payment: string, order: string) => call('close', { payment, order }),
    stop: async () => {
      server.closeAllConnections()
      await new Promise<unknown>((done) => server.close(done))
      await wallets.stop()
    },
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>
