/** A merchant's server with Hono. `wallet` is your SDK; who was given a handle of `orders` may pay it (R7). */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Wallet } from '../merchant/wallet.ts'
import { type Order, openCounter, refusal, told } from './counter.ts'

export const startHono = (wallet: Wallet, orders: ReadonlyMap<string, Order>, port: number) => {
  const { answer, hear } = openCounter(wallet, orders)
  const app = new Hono().onError((error, c) => c.json(...told(error)))
  app.use(
    (c, next) => {
      c.header('cache-control', 'no-store')
      c.header('allow', 'POST')
      if (c.req.method !== 'POST') throw refusal(405, 'method_not_allowed', 'Only POST')
      return next()
    },
    bodyLimit({ maxSize: 65_536 }),
  )
  for (const call of ['prepare', 'status', 'close'] as const)
    app.post(`/pay/${call}`, async (c) =>
      c.json(await answer(call, c.req.header('content-type'), await c.req.json().catch(() => null))),
    )
  app.post('/notify', async (c) => {
    const { status, type, body } = await hear({ headers: c.req.raw.headers, body: await c.req.text() })
    return c.body(body, status, { 'content-type': type })
  })
  return serve({ fetch: app.fetch, port })
}
