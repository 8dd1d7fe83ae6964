/** A shop at Alipay, for these tests: the real SDK, and the orders it places. */
import type { AlipaySdk } from 'alipay-sdk'
import type { AlipayAccount } from '../../../../examples/wallets/accounts.ts'
import { alipaySdk } from '../merchant.ts'
import { follow } from '../payer.ts'

export const number = 'b'.repeat(32)

export const terms = (changes: Record<string, unknown> = {}) => ({
  out_trade_no: number,
  total_amount: '9.90',
  subject: '明前龙井',
  ...changes,
})

type Answer = Record<string, string>

/** Each call verifies Alipay's signature over the answer, and throws where it is wrong. */
export const shopAt = (account: AlipayAccount, sdk: AlipaySdk = alipaySdk(account)) => {
  const call = (method: string, bizContent: object, params = {}) =>
    sdk.exec(`alipay.${method}`, { ...params, bizContent }, { validateSign: true }) as Promise<Answer>
  return {
    sdk,
    precreate: (changes = {}, params = {}) => call('trade.precreate', terms(changes), params),
    create: (payer: object, changes = {}) =>
      call('trade.create', terms({ product_code: 'JSAPI_PAY', ...payer, ...changes })),
    query: () => call('trade.query', { out_trade_no: number }),
    close: () => call('trade.close', { out_trade_no: number }),
    refund: (refund_amount: string, out_request_no: string) =>
      call('trade.refund', { out_trade_no: number, refund_amount, out_request_no }),
    findRefund: (out_request_no: string) =>
      call('trade.fastpay.refund.query', { out_trade_no: number, out_request_no }),
    token: (code: string) =>
      sdk.exec('alipay.system.oauth.token', { grantType: 'authorization_code', code }) as Promise<Answer>,
  }
}

/** Where the login page sends the payer. */
export const login = (account: AlipayAccount, changes = {}) => {
  const page = account.gateway.replace('gateway.do', 'oauth2/publicAppAuthorize.htm')
  const asked = { app_id: account.appId, scope: 'auth_base', redirect_uri: 'http://shop.test/?a=b', state: 's1' }
  return follow(`${page}?${new URLSearchParams({ ...asked, ...changes })}`)
}

export const payerAt = async (account: AlipayAccount) => {
  const { to } = await login(account)
  const code = new URL(to ?? '').searchParams.get('auth_code') ?? ''
  const { openId = '', userId = '' } = await shopAt(account).token(code)
  return { openId, userId }
}
