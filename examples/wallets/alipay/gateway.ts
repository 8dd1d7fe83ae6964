/** gateway.do and the login page: every request must carry the application's signature, every answer Alipay's. */
import { type Context, Hono } from 'hono'
import { parsed } from '../fields.ts'
import type { Operator } from '../operator.ts'
import { refusedPage } from '../pages.ts'
import { type Answer, invalid } from './answer.ts'
import { enter, isPageMethod } from './cashier.ts'
import { cancel, pay } from './code-pay.ts'
import { createOauth } from './oauth.ts'
import { refund, refundQuery } from './refund.ts'
import { type Params, signatureOf, signedByApp } from './seal.ts'
import { close, create, precreate, query } from './trade.ts'

type Method = (operator: Operator, biz: unknown, params: Params) => Answer

const methods: Record<string, Method> = {
  'alipay.trade.precreate': precreate,
  'alipay.trade.create': create,
  'alipay.trade.pay': pay,
  'alipay.trade.cancel': cancel,
  'alipay.trade.query': query,
  'alipay.trade.close': close,
  'alipay.trade.refund': refund,
  'alipay.trade.fastpay.refund.query': refundQuery,
}

const queries = ['alipay.trade.query', 'alipay.trade.fastpay.refund.query']

/** Why a request is not the application's, or null. */
export const sealFault = (operator: Operator, params: Params): Answer | null => {
  if (params.app_id !== operator.accounts.alipay.appId) return invalid('isv.invalid-app-id', '无效的AppID参数')
  if (params.sign_type !== 'RSA2') return invalid('isv.invalid-signature-type', '无效的签名类型')
  return signedByApp(operator, params)
    ? null
    : invalid('isv.invalid-signature', '验签出错，建议检查签名字符串或签名私钥')
}

/** Common parameters come in the query, the others in the body: together they are the request. */
const paramsOf = async (c: Context): Promise<Params> => {
  if (c.req.method === 'GET') return c.req.query()
  const form = new URLSearchParams(await c.req.text())
  return { ...c.req.query(), ...Object.fromEntries(form) }
}

const respond = (operator: Operator, name: string, answer: Answer): Response => {
  const text = JSON.stringify(answer)
  const sign = signatureOf(text, operator.platforms.alipay.privateKey)
  const body = `{"${name}":${text},"sign":"${sign}"}`
  return new Response(body, { headers: { 'Content-Type': 'application/json;charset=utf-8' } })
}

const openCashier = (operator: Operator, c: Context, params: Params) => {
  const opened = enter(operator, params)
  if ('offer' in opened) return c.redirect(`/alipay/pay?offer=${opened.offer}`)
  return refusedPage(`${opened.refusal.sub_code} ${opened.refusal.sub_msg}`)
}

/** What the gateway answers to a request whose signature is right. */
const answerTo = (operator: Operator, oauth: ReturnType<typeof createOauth>, params: Params): [string, Answer] => {
  const { method = '', biz_content = '' } = params
  const name = `${method.replaceAll('.', '_')}_response`
  if (method === 'alipay.system.oauth.token') {
    const token = oauth.token(params)
    return [token.code === undefined ? name : 'error_response', token]
  }
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined
  const answer = handler?.(operator, parsed(biz_content), params)
  return answer ? [name, answer] : ['error_response', invalid('isv.invalid-method', '不存在的方法名')]
}

export const gateway = (operator: Operator): Hono => {
  const app = new Hono()
  const oauth = createOauth(operator)

  app.on(['GET', 'POST'], '/gateway.do', async (c) => {
    const params = await paramsOf(c)
    const { method = '' } = params
    const fault = sealFault(operator, params)
    if (fault && isPageMethod(method)) return refusedPage(`${fault.sub_code} ${fault.sub_msg}`)
    if (fault) return respond(operator, `${method.replaceAll('.', '_')}_response`, fault)
    if (isPageMethod(method)) return openCashier(operator, c, params)
    if (operator.faults.query === 'down' && queries.includes(method)) return c.text('Service Unavailable', 503)
    return respond(operator, ...answerTo(operator, oauth, params))
  })

  app.post('/app/login', (c) => c.json({ code: oauth.newCode() }))

  app.get('/oauth2/publicAppAuthorize.htm', (c) => {
    const back = oauth.authorize(c.req.query())
    return back === null ? c.text('参数有误 · Wrong parameters', 400) : c.redirect(back)
  })

  return app
}
