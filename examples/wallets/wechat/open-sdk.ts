/**
 * What an app hands to WeChat's OpenSDK, verified as WeChat does: four lines are signed, as
 * pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter4_2_4.shtml has them, read 2026-11.
 */
import { textAt } from '../fields.ts'
import type { Operator } from '../operator.ts'
import { signedByMerchant } from './seal.ts'

const names = ['appid', 'partnerid', 'prepayid', 'package', 'noncestr', 'timestamp', 'sign'] as const

/** Why these parameters pay nothing, or null: WeChat itself tells an app only -1 (doc/v2/merchant/4011937148). */
const faultIn = (operator: Operator, params: unknown): string | null => {
  const { app, mchid } = operator.accounts.wechat
  const missing = names.find((name) => textAt(params, name) === null)
  if (missing) return `缺少参数 ${missing}`
  const [appid, partnerid, prepayid, pack, noncestr, timestamp, sign] = names.map((name) => textAt(params, name))
  if (appid !== app.appid) return 'appid 不匹配'
  if (partnerid !== mchid) return '商户号不存在'
  if (pack !== 'Sign=WXPay') return 'package 应为 Sign=WXPay'
  const text = [appid, timestamp, noncestr, prepayid, ''].join('\n')
  return signedByMerchant(operator, text, sign ?? '') ? null : '支付验证签名失败'
}

/** The way in that an app's parameters name, or why there is none. */
export const invokedByApp = (operator: Operator, params: unknown): { offer: string } | { refused: string } => {
  const fault = faultIn(operator, params)
  if (fault !== null) return { refused: fault }
  const id = textAt(params, 'prepayid') ?? ''
  return operator.ledger.offer(id)?.terms.means === 'APP' ? { offer: id } : { refused: 'prepayid 无效' }
}
