/** The merchant's server over HTTP, with Express. */
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import { closeRequest, prepareRequest, statusRequest } from 'isopay/contract'
import * as z from 'zod'
import type { Wallet } from '../merchant/wallet.ts'
import { openCounter } from './calls.ts'
import { isRefusal, refusal } from './refusal.ts'

/** A price belongs to the shop's own code: this route stands for it. */
const newOrder = z.object({ title: z.string().min(1).max(127), value: z.int().min(1) })

/** A form of a foreign page cannot send this content type unasked (R7). The body was read as text: letters are signed. */
const bodyOf = <T>(request: Request, schema: z.ZodType<T>): T => {
  if (!request.is('application/json')) throw refusal(415, 'not_json', 'The content type must be application/json')
  const read = schema.safeParse(parsed(request.body))
  if (read.success) return read.data
  throw refusal(400, 'bad_request', read.error.issues[0]?.path.join('.') || 'body')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no JSON: no schema takes it
  }
}

/** Express's own complaints about a body have a type. */
const told = (error: unknown): unknown =>
  error instanceof Error && 'type' in error && error.type === 'entity.too.large'
    ? refusal(413, 'too_large', 'The body is too large')
    : error

const refuse: ErrorRequestHandler = (thrown, _, response, __) => {
  const error = told(thrown)
  if (!isRefusal(error)) {
    console.error(error)
    response.status(500).json({ error: { code: 'internal', message: 'Something went wrong on the server' } })
    return
  }
  const { code, message, status, again } = error
  if (again) response.set('retry-after', String(again))
  response.status(status).json({ error: { code, message }, ...(again && { retryAfterSeconds: again }) })
}

const onlyPost: RequestHandler = (_, response) => {
  response.set('allow', 'POST')
  throw refusal(405, 'method_not_allowed', 'Only POST')
}

/** `wallet` is your SDK; `pages` are the origins that a payer may be sent back to. */
export const expressServer = (wallet: Wallet, pages: readonly string[]): Express => {
  const counter = openCounter(wallet, pages)
  const app = express().disable('x-powered-by').disable('etag')
  app.use(express.text({ type: () => true, limit: '64kb' }), (_, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  app.post('/orders', (request, response) => {
    const { title, value } = bodyOf(request, newOrder)
    response.status(201).json({ order: counter.addOrder(title, value) })
  })
  app.post('/pay/prepare', async (request, response) => {
    const payerIp = request.socket.remoteAddress ?? '127.0.0.1'
    response.json(await counter.prepare(bodyOf(request, prepareRequest), payerIp))
  })
  app.post('/pay/status', async (request, response) => {
    response.json(await counter.status(bodyOf(request, statusRequest)))
  })
  app.post('/pay/close', async (request, response) => {
    response.json(await counter.close(bodyOf(request, closeRequest)))
  })
  app.all(['/pay/prepare', '/pay/status', '/pay/close'], onlyPost)
  app.post(`/notify/${wallet.name}`, async (request, response) => {
    const headers = new Headers(request.headers as Record<string, string>)
    const notice = await wallet.readNotice({ headers, body: request.body })
    const heard = notice !== null && (await counter.hear(notice))
    const { status, type, body } = heard ? wallet.replies.accepted : wallet.replies.refused
    response.status(status).type(type).send(body)
  })
  app.use(refuse)
  return app
}
