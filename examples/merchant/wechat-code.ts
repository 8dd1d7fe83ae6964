/**
 * WeChat's payment codes, which the SDK has no call for: pay.weixin.qq.com/doc/v3/merchant/4012382150 (codepay) and
 * …/transactions/out-trade-no/{no}/reverse; what is asked when, and that no notification comes: doc/v2/partner/4011941160;
 * read 2026-11.
 */
import { randomBytes } from 'node:crypto'
import type Pay from 'wechatpay-node-v3'
import type { WechatAccount } from '../wallets/accounts.ts'
import type { Charge, Charged } from './wallet.ts'
import { codeOf, seenIn } from './wechat-answers.ts'
import { call } from './wechat-http.ts'

/** Asked about every 5 s for 30 s, then reversed, and not sooner than 15 s after the charge. */
export const wechatCodes = { lifeSeconds: 30, lookEvery: 5, reverseAfter: 15 }

/** Codes that say that nothing was taken and nothing will be. Any other refusal may hide a payment: it is asked about. */
const refusals = ['AUTH_CODE_INVALID', 'AUTH_CODE_EXPIRED', 'AUTH_CODE_ERROR', 'NOT_ENOUGH', 'PARAM_ERROR']

const post = (pay: Pay, account: WechatAccount, path: string, fields: object) => {
  const [nonce, timestamp] = [randomBytes(16).toString('hex'), String(Math.floor(Date.now() / 1000))]
  const body = JSON.stringify({ appid: account.appid, mchid: account.mchid, ...fields })
  const signature = pay.getSignature('POST', nonce, timestamp, path, body)
  const authorization = pay.getAuthorization(nonce, timestamp, signature)
  const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' }
  return call(pay, account, account.gateway + path, { method: 'POST', headers, body })
}

export const chargeWechat = async (
  pay: Pay,
  account: WechatAccount,
  charge: Charge,
  code: string,
): Promise<Charged> => {
  const { payment, title, value, currency } = charge
  const { status, data, error } = await post(pay, account, '/v3/pay/transactions/codepay', {
    description: title,
    out_trade_no: payment,
    payer: { auth_code: code },
    amount: { total: value, currency },
    scene_info: { store_info: { id: 'counter' } },
  })
  if (status === 200) return seenIn(account, payment, data)
  const why = codeOf(error)
  if (why === 'USERPAYING') return { state: 'open', phase: 'user-paying' }
  return refusals.includes(why) ? { refused: why } : { state: 'silent' }
}

export const reverseWechat = async (pay: Pay, account: WechatAccount, payment: string) => {
  const { status } = await post(pay, account, `/v3/pay/transactions/out-trade-no/${payment}/reverse`, {})
  return status === 200 || status === 204 ? 'closed' : 'unresolved'
}
