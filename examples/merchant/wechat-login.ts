/**
 * WeChat's logins: of pages, snsapi_base (Wechat_webpage_authorization, in copies of the page; itself not seen), and of mini
 * programs: developers.weixin.qq.com/miniprogram/dev/server/API/user-login/api_code2session. Read 2026-11.
 */
import * as z from 'zod'
import type { WechatAccount } from '../wallets/accounts.ts'
import type { Hosts } from './hosts.ts'
import type { CodeKind, Identified } from './wallet.ts'

const timeoutMs = 5000
const answer = z.union([z.object({ openid: z.string().min(1) }), z.object({ errcode: z.int() })])

export const loginUrl = ({ appid }: WechatAccount, { wechatLogin }: Hosts, payment: string, returnUrl: string) => {
  const query = new URLSearchParams({
    appid,
    redirect_uri: returnUrl,
    response_type: 'code',
    scope: 'snsapi_base',
    state: payment,
  })
  return `${wechatLogin}/connect/oauth2/authorize?${query}#wechat_redirect`
}

const exchangeOf = ({ appid, secret, mini }: WechatAccount, code: string, kind: CodeKind): string => {
  const grant_type = 'authorization_code'
  return kind === 'login-code'
    ? `/sns/jscode2session?${new URLSearchParams({ ...mini, js_code: code, grant_type })}`
    : `/sns/oauth2/access_token?${new URLSearchParams({ appid, secret, code, grant_type })}`
}

/** Exchanges a code, which works once and for 5 minutes, for the openid that the payer has under that appid. */
export const identify = async (
  account: WechatAccount,
  { wechatCodes }: Hosts,
  code: string,
  kind: CodeKind,
): Promise<Identified> => {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(wechatCodes + exchangeOf(account, code, kind), { redirect: 'error', signal })
    const told = answer.parse(await response.json())
    return 'openid' in told ? { payer: told.openid } : { refused: String(told.errcode) }
  } catch (error) {
    // Only the name: the message may hold the URL, and with it the secret.
    console.error('wechat: no answer to a login code:', error instanceof Error ? error.name : typeof error)
    return 'silent'
  }
}
