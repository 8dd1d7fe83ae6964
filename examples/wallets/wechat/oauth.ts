/** The official account's web login, snsapi_base: the payer is asked nothing, the code works once and for 5 minutes. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { isWebAddress } from '../fields.ts'
import type { Operator } from '../operator.ts'

const codeLifeMs = 5 * 60_000

interface Code {
  until: number
  used: boolean
}

const refused = (errcode: number, errmsg: string) => ({
  errcode,
  errmsg: `${errmsg}, rid: ${randomBytes(8).toString('hex')}`,
})

/** The login page and the exchange of its codes: developers.weixin.qq.com, Wechat_webpage_authorization. */
export const oauth = (operator: Operator): Hono => {
  const { appid, secret } = operator.accounts.wechat
  const codes = new Map<string, Code>()
  const app = new Hono()

  app.get('/connect/oauth2/authorize', (c) => {
    const { redirect_uri = '', state = '', scope, response_type } = c.req.query()
    if (c.req.query('appid') !== appid) return c.text('Oops! Something went wrong:( 参数错误 appid', 400)
    if (response_type !== 'code' || scope !== 'snsapi_base') return c.text('scope 参数错误或没有 scope 权限', 400)
    if (!isWebAddress(redirect_uri)) return c.text('redirect_uri 参数错误', 400)
    const code = `0${randomBytes(16).toString('hex').slice(1)}`
    codes.set(code, { until: operator.now() + codeLifeMs, used: false })
    const back = new URL(redirect_uri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', state)
    return c.redirect(back.href)
  })

  app.get('/sns/oauth2/access_token', (c) => {
    const asked = c.req.query()
    if (asked.appid !== appid) return c.json(refused(40013, 'invalid appid'))
    if (asked.secret !== secret) return c.json(refused(40125, 'invalid appsecret'))
    const code = codes.get(asked.code ?? '')
    if (!code || asked.grant_type !== 'authorization_code') return c.json(refused(40029, 'invalid code'))
    if (code.used) return c.json(refused(40163, 'code been used'))
    if (code.until <= operator.now()) return c.json(refused(42003, 'code expired'))
    code.used = true
    const [access_token, refresh_token] = [randomBytes(40).toString('hex'), randomBytes(40).toString('hex')]
    const openid = operator.platforms.wechat.payer
    return c.json({ access_token, expires_in: 7200, refresh_token, openid, scope: 'snsapi_base' })
  })

  return app
}
