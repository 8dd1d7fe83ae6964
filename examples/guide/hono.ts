/** The merchant's server over HTTP, with Hono. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { closeRequest, prepareRequest, statusRequest } from 'isopay/contract'
import * as z from 'zod'
import type { Wallet } from '../merchant/wallet.ts'
import { openCounter } from './calls.ts'
import { isRefusal, refusal } from './refusal.ts'

/** A price belongs to the shop's own code: this route stands for it. */
const newOrder = z.object({ title: z.string().min(1).max(127), value: z.int().min(1) })

/** A form of a foreign page cannot send this content type unasked (R7). */
const bodyOf = async <T>(c: Context, schema: z.ZodType<T>): Promise<T> => {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw refusal(415, 'not_json', 'The content type must be application/json')
  const read = schema.safeParse(await c.req.json().catch(() => undefined))
  if (read.success) return read.data
  throw refusal(400, 'bad_request', read.error.issues[0]?.path.join('.') || 'body')
}

const tooLarge = () => {
  throw refusal(413, 'too_large', 'The body is too large')
}

const refuse = (error: Error, c: Context) => {
  if (!isRefusal(error)) {
    console.error(error)
    return c.json({ error: { code: 'internal', message: 'Something went wrong on the server' } }, 500)
  }
  const { code, message, status, again } = error
  if (again) c.header('retry-after', String(again))
  return c.json({ error: { code, message }, ...(again && { retryAfterSeconds: again }) }, status)
}

/** `wallet` is your SDK; `pages` are the origins that a payer may be sent back to. */
export const honoServer = (wallet: Wallet, pages: readonly string[]): Hono => {
  const counter = openCounter(wallet, pages)
  const app = new Hono().onError(refuse)
  app.use(bodyLimit({ maxSize: 64 * 1024, onError: tooLarge }), async (c, next) => {
    c.header('cache-control', 'no-store')
    await next()
  })
  app.post('/orders', async (c) => {
    const { title, value } = await bodyOf(c, newOrder)
    return c.json({ order: counter.addOrder(title, value) }, 201)
  })
  app.post('/pay/prepare', async (c) => {
    const payerIp = getConnInfo(c).remote.address ?? '127.0.0.1'
    return c.json(await counter.prepare(await bodyOf(c, prepareRequest), payerIp))
  })
  app.post('/pay/status', async (c) => c.json(await counter.status(await bodyOf(c, statusRequest))))
  app.post('/pay/close', async (c) => c.json(await counter.close(await bodyOf(c, closeRequest))))
  app.all('/pay/:call{(?:prepare|status|close)}', (c) => {
    c.header('allow', 'POST')
    throw refusal(405, 'method_not_allowed', 'Only POST')
  })
  app.post(`/notify/${wallet.name}`, async (c) => {
    const notice = await wallet.readNotice({ headers: c.req.raw.headers, body: await c.req.text() })
    const heard = notice !== null && (await counter.hear(notice))
    const { status, type, body } = heard ? wallet.replies.accepted : wallet.replies.refused
    return c.body(body, status, { 'content-type': type })
  })
  return app
}
