/** WeChat's web login, snsapi_base: developers.weixin.qq.com, Wechat_webpage_authorization, read 2026-11. */
import * as z from 'zod'
import type { WechatAccount } from '../wallets/accounts.ts'
import type { Hosts } from './hosts.ts'
import type { Identified } from './wallet.ts'

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

/** Exchanges a code, which works once and for 5 minutes, for the payer's openid. */
export const identify = async (account: WechatAccount, { wechatCodes }: Hosts, code: string): Promise<Identified> => {
  const { appid, secret } = account
  const query = new URLSearchParams({ appid, secret, code, grant_type: 'authorization_code' })
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(`${wechatCodes}/sns/oauth2/access_token?${query}`, { redirect: 'error', signal })
    const told = answer.parse(await response.json())
    return 'openid' in told ? { payer: told.openid } : { refused: String(told.errcode) }
  } catch (error) {
    // Only the name: the message may hold the URL, and with it the secret.
    console.error('wechat: no answer to a login code:', error instanceof Error ? error.name : typeof error)
    return 'silent'
  }
}
