/** A mini program's login: the phone gives a code, which works once and for 5 minutes, and the merchant asks whose it is. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Operator } from '../operator.ts'
import { openidUnder } from './openid.ts'

const codeLifeMs = 5 * 60_000

/**
 * wx.login on the phone, and developers.weixin.qq.com/miniprogram/dev/server/API/user-login/api_code2session, read 2026-11.
 * Of the codes that page has 40029 alone; 40013 and 40125 were seen in its community, 40163 of the logins of pages only.
 * So nobody may tell them apart: a code that was refused is fetched anew.
 */
export const login = (operator: Operator): Hono => {
  const { appid, secret } = operator.accounts.wechat.mini
  const codes = new Map<string, { until: number; used: boolean }>()
  const app = new Hono()

  app.post('/app/login', (c) => {
    const code = `0${randomBytes(16).toString('hex').slice(1)}`
    codes.set(code, { until: operator.now() + codeLifeMs, used: false })
    return c.json({ code })
  })

  app.get('/sns/jscode2session', (c) => {
    const asked = c.req.query()
    if (asked.appid !== appid) return c.json({ errcode: 40013, errmsg: 'invalid appid' })
    if (asked.secret !== secret) return c.json({ errcode: 40125, errmsg: 'invalid appsecret' })
    const code = codes.get(asked.js_code ?? '')
    if (!code || asked.grant_type !== 'authorization_code') return c.json({ errcode: 40029, errmsg: 'invalid code' })
    if (code.used || code.until <= operator.now()) return c.json({ errcode: 40163, errmsg: 'code been used' })
    code.used = true
    return c.json({ openid: openidUnder(operator, appid), session_key: randomBytes(16).toString('base64') })
  })

  return app
}
