/** The v3 API: every request must carry the merchant's signature, every answer carries the platform's. */
import { type Context, Hono } from 'hono'
import { parsed } from '../fields.ts'
import type { Operator } from '../operator.ts'
import { type Answer, ok, refuse } from './answer.ts'
import { encrypted } from './cipher.ts'
import { codePay, reverse } from './code-pay.ts'
import { type PrepayType, prepay } from './prepay.ts'
import { queryRefund, refundOrder } from './refund.ts'
import { sealed, sealFault } from './seal.ts'
import { beijing, closeOrder, queryOrder } from './transaction.ts'

const certificates = (operator: Operator): Answer => {
  const { serialNo, certificate } = operator.platforms.wechat
  const [effective, expire] = [beijing(operator.now()), beijing(operator.now() + 5 * 365 * 24 * 3600_000)]
  const encrypt_certificate = encrypted(operator.accounts.wechat.apiV3Key, certificate, 'certificate')
  return ok({ data: [{ serial_no: serialNo, effective_time: effective, expire_time: expire, encrypt_certificate }] })
}

const respond = (operator: Operator, answer: Answer): Response => {
  const text = answer.body === null ? '' : JSON.stringify(answer.body)
  const headers = { 'Content-Type': 'application/json; charset=utf-8', ...sealed(operator, text) }
  return new Response(answer.body === null ? null : text, { status: answer.status, headers })
}

/** The real host has `/v3` at its root, so that is where the signed path begins. */
const signedPart = (c: Context) => {
  const { pathname, search } = new URL(c.req.url)
  return pathname.slice(pathname.indexOf('/v3/')) + search
}

const types: Record<string, PrepayType> = { jsapi: 'JSAPI', native: 'NATIVE', h5: 'MWEB', app: 'APP' }

/** `/v3/*`: orders, queries, closes, refunds, certificates. */
export const gateway = (operator: Operator): Hono => {
  const app = new Hono()
  const respondTo = (answer: (c: Context, body: unknown) => Answer) => async (c: Context) =>
    respond(operator, answer(c, parsed(await c.req.text())))

  app.use('/v3/*', async (c, next) => {
    const { method } = c.req
    const seal = c.req.header('Authorization') ?? ''
    const fault = sealFault(operator, { method, url: signedPart(c), body: await c.req.text(), seal })
    return fault === null ? next() : respond(operator, refuse(401, 'SIGN_ERROR', fault))
  })

  app.get(
    '/v3/certificates',
    respondTo(() => certificates(operator)),
  )
  for (const [name, type] of Object.entries(types))
    app.post(
      `/v3/pay/transactions/${name}`,
      respondTo((_c, order) => prepay(operator, type, order)),
    )
  app.post(
    '/v3/pay/transactions/codepay',
    respondTo((_c, order) => codePay(operator, order)),
  )
  app.post(
    '/v3/pay/transactions/out-trade-no/:number/reverse',
    respondTo((c) => reverse(operator, c.req.param('number') ?? '')),
  )
  app.get(
    '/v3/pay/transactions/out-trade-no/:number',
    respondTo((c) => queryOrder(operator, c.req.param('number') ?? '', c.req.query('mchid'))),
  )
  app.post(
    '/v3/pay/transactions/out-trade-no/:number/close',
    respondTo((c) => closeOrder(operator, c.req.param('number') ?? '')),
  )
  app.post(
    '/v3/refund/domestic/refunds',
    respondTo((_c, order) => refundOrder(operator, order)),
  )
  app.get(
    '/v3/refund/domestic/refunds/:request',
    respondTo((c) => queryRefund(operator, c.req.param('request') ?? '')),
  )
  app.all('/v3/*', () => respond(operator, refuse(404, 'RESOURCE_NOT_EXISTS', '接口不存在')))
  return app
}
