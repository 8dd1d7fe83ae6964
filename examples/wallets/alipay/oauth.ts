/** Alipay's login, auth_base, of pages and mini programs: the payer is asked nothing; a code works once, within a day. */
import { randomBytes } from 'node:crypto'
import { isWebAddress } from '../fields.ts'
import type { Operator } from '../operator.ts'
import { type Answer, invalid } from './answer.ts'
import type { Params } from './seal.ts'
import { beijing } from './units.ts'

const day = 24 * 3600_000

export const createOauth = (operator: Operator) => {
  const codes = new Map<string, number>()
  const { appId } = operator.accounts.alipay

  const newCode = (): string => {
    const code = randomBytes(16).toString('hex')
    codes.set(code, operator.now() + day)
    return code
  }

  return {
    /** What my.getAuthCode gives. */
    newCode,

    /** Where `publicAppAuthorize.htm` sends the payer, or null. opendocs.alipay.com/open/02xtla, read 2026-11. */
    authorize: (asked: Record<string, string>): string | null => {
      const { app_id, scope = '', redirect_uri = '', state } = asked
      if (app_id !== appId || !isWebAddress(redirect_uri) || !/^auth_(base|user)$/.test(scope)) return null
      const back = new URL(redirect_uri)
      back.searchParams.set('app_id', appId)
      back.searchParams.set('source', 'alipay_wallet')
      back.searchParams.set('scope', scope)
      back.searchParams.set('auth_code', newCode())
      if (state !== undefined) back.searchParams.set('state', state)
      return back.href
    },

    /** alipay.system.oauth.token: its parameters stand beside `method`, not in biz_content. */
    token: (params: Params): Answer => {
      const code = params.code ?? ''
      const until = codes.get(code) ?? 0
      codes.delete(code)
      if (params.grant_type !== 'authorization_code') return invalid('isv.grant-type-invalid', '授权类型grant_type无效')
      if (until <= operator.now()) return invalid('isv.code-invalid', '授权码code无效')
      const { payer, payerOpenId } = operator.platforms.alipay
      const [access_token, refresh_token] = [randomBytes(20).toString('hex'), randomBytes(20).toString('hex')]
      const life = { expires_in: '1296000', re_expires_in: '2592000', auth_start: beijing(operator.now()) }
      return { user_id: payer, open_id: payerOpenId, access_token, refresh_token, ...life }
    },
  }
}
