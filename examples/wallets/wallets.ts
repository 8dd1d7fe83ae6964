/** A stand-in for WeChat Pay and Alipay on loopback: their gateways, their screens, their faults, and a ledger. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { type Accounts, openAccounts } from './accounts.ts'
import { alipayApp } from './alipay/app.ts'
import { gateway as alipayGateway } from './alipay/gateway.ts'
import { notifyPaid as notifyAlipay } from './alipay/notice.ts'
import { control } from './control.ts'
import { startDelivery } from './deliver.ts'
import { type Faults, noFaults } from './faults.ts'
import { type Ledger, openLedger } from './ledger.ts'
import type { Operator } from './operator.ts'
import { pages } from './pages.ts'
import { phone } from './phone.ts'
import { wechatApp } from './wechat/app.ts'
import { cashier } from './wechat/cashier.ts'
import { gateway as wechatGateway } from './wechat/gateway.ts'
import { login } from './wechat/login.ts'
import { notifyPaid as notifyWechat } from './wechat/notice.ts'
import { oauth } from './wechat/oauth.ts'

export interface Wallets {
  origin: string
  accounts: Accounts
  faults: Faults
  ledger: Ledger
  stop: () => Promise<void>
}

/**
 * `port` 0 takes any free one; only 127.0.0.1 is listened on. `dataDir` keeps accounts and ledger over a restart.
 * `now` is the platforms' clock in epoch milliseconds; `gapsMs` are the waits between tries of a notification;
 * WeChat takes no reversal within `reverseAfterMs` of a charge (15 s: pay.weixin.qq.com/doc/v2/partner/4011941160);
 * `through` lets somebody listen on the wire.
 */
export interface WalletsOptions {
  port: number
  dataDir: string
  now?: () => number
  gapsMs?: readonly number[]
  reverseAfterMs?: number
  through?: (listener: RequestListener) => RequestListener
}

const oneSecond = 1000
const growingGaps = [1, 2, 4, 8, 16, 30].map((seconds) => seconds * oneSecond)

const listen = async (port: number): Promise<Server> => {
  // Longer than any pause of a busy process: Node's 5 s would end a connection at the moment at which it is used again.
  const server = createServer({ keepAliveTimeout: 65 * oneSecond })
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  return server
}

const routes = (operator: Operator): Hono => {
  const app = new Hono()
  app.route('/', pages())
  app.route('/', control(operator))
  app.route('/wechat', wechatGateway(operator))
  app.route('/wechat', oauth(operator))
  app.route('/wechat', login(operator))
  app.route('/wechat', cashier(operator))
  app.route('/wechat', phone(operator, wechatApp(operator)))
  app.route('/alipay', alipayGateway(operator))
  app.route('/alipay', phone(operator, alipayApp(operator)))
  return app
}

/** A notification that a restart cut off is taken up again. */
const resumeNotices = (operator: Operator) => {
  for (const { wallet, number, told } of operator.ledger.payments()) {
    if (told) continue
    if (wallet === 'wechat') notifyWechat(operator, number)
    else notifyAlipay(operator, number)
  }
}

/** Starts both wallets. */
export const startWallets = async (options: WalletsOptions): Promise<Wallets> => {
  const { port, dataDir, now = Date.now, gapsMs = growingGaps, reverseAfterMs = 15 * oneSecond } = options
  const { through = (listener) => listener } = options
  const server = await listen(port)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { accounts, platforms } = openAccounts(dataDir, origin)
  const ledger = openLedger(dataDir, now)
  const faults = noFaults()
  const { deliver, stop } = startDelivery(faults, gapsMs)
  const held = { browsers: [], codes: new Map(), reverseAfterMs }
  const operator: Operator = { origin, accounts, platforms, ledger, faults, ...held, now, deliver }
  server.on('request', through(getRequestListener(routes(operator).fetch)))
  resumeNotices(operator)
  return {
    origin,
    accounts,
    faults,
    ledger,
    stop: async () => {
      stop()
      server.closeAllConnections()
      await new Promise<unknown>((done) => server.close(done))
    },
  }
}
