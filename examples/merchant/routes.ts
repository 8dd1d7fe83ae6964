/** The merchant's server over HTTP: the contract's three calls, the wallets' notifications, the shop's orders. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { closeRequest, prepareRequest, statusRequest } from 'isopay/contract'
import * as z from 'zod'
import { answerClose } from './close.ts'
import { refusal } from './errors.ts'
import { bodyOf, refuse, refuseHeard } from './json.ts'
import { hear } from './notify.ts'
import type { Office } from './office.ts'
import { findOrder, makeOrder } from './orders.ts'
import { answerPrepare } from './prepare.ts'
import { answerStatus } from './status.ts'

const maxSize = 64 * 1024

/** A price belongs to the shop's own code: this route stands for it. WeChat takes titles of up to 127 characters. */
const newOrder = z.object({ title: z.string().min(1).max(127), value: z.int().min(1).max(10_000_000) })

/** WeChat H5 wants the payer's own address. The last one in the header is the one that our proxy saw. */
const payerIp = (c: Context, behindProxy: boolean) => {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? getConnInfo(c).remote.address ?? '127.0.0.1'
}

const contract = (office: Office, behindProxy: boolean) =>
  new Hono()
    .post('/prepare', async (c) =>
      c.json(await answerPrepare(office, await bodyOf(c, prepareRequest), payerIp(c, behindProxy))),
    )
    .post('/status', async (c) => c.json(await answerStatus(office, await bodyOf(c, statusRequest), c.req.raw.signal)))
    .post('/close', async (c) => c.json(await answerClose(office, await bodyOf(c, closeRequest))))
    .all('/:call{(?:prepare|status|close)}', (c) => {
      c.header('allow', 'POST')
      throw refusal('method_not_allowed', 'Only POST: a cache may replay a GET for ever')
    })

const notifications = (office: Office) => {
  const app = new Hono()
  for (const wallet of Object.values(office.wallets))
    app.post(`/${wallet.name}`, async (c) => {
      const letter = { headers: c.req.raw.headers, body: await c.req.text() }
      const { status, type, body } = await hear(office, wallet, letter)
      return c.body(body, status, { 'content-type': type })
    })
  return app
}

const orders = (office: Office) =>
  new Hono()
    .post('/', async (c) => {
      const { title, value } = await bodyOf(c, newOrder)
      return c.json({ order: await makeOrder(office, title, value) }, 201)
    })
    .get('/:order', async (c) => {
      const { handle, title, value, currency } = await findOrder(office, c.req.param('order'))
      return c.json({ order: handle, title, amount: { value, currency } })
    })

const tooLarge = () => {
  throw refusal('too_large', 'The body is too large')
}

export const routes = (office: Office, behindProxy: boolean) => {
  const app = new Hono()
  app.onError(refuse)
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.use(bodyLimit({ maxSize, onError: tooLarge }))
  app.route('/pay', contract(office, behindProxy))
  app.route('/pay/alipay-mini', contract(office, behindProxy).onError(refuseHeard))
  app.route('/notify', notifications(office))
  app.route('/orders', orders(office))
  return app
}
