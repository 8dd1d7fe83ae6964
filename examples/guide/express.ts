/** A merchant's server with Express. `wallet` is your SDK; who was given a handle of `orders` may pay it (R7). */
import express, { type ErrorRequestHandler } from 'express'
import type { Wallet } from '../merchant/wallet.ts'
import { type Order, openCounter, refusal, told } from './counter.ts'

const refuse: ErrorRequestHandler = (error, _, response, __) => {
  const [body, status] = told(error)
  response.status(status).json(body)
}

export const startExpress = (wallet: Wallet, orders: ReadonlyMap<string, Order>, port: number) => {
  const { answer, hear } = openCounter(wallet, orders)
  const app = express()
  app.use((request, response, next) => {
    response.set({ 'cache-control': 'no-store', allow: 'POST' })
    if (request.method !== 'POST') throw refusal(405, 'method_not_allowed', 'Only POST')
    next()
  })
  for (const call of ['prepare', 'status', 'close'] as const)
    app.post(`/pay/${call}`, express.json({ limit: 65_536 }), async (request, response) => {
      response.json(await answer(call, request.headers['content-type'], request.body))
    })
  app.post('/notify', express.text({ type: () => true }), async (request, response) => {
    const headers = new Headers(request.headers as Record<string, string>)
    const { status, type, body } = await hear({ headers, body: request.body ?? '' })
    response.status(status).type(type).send(body)
  })
  return app.use(refuse).listen(port)
}
