/** What a page hands to getBrandWCPayRequest, and a mini program to requestPayment beside its own appId, verified as the phone does. doc/v3/merchant/4012791857, read 2026-11. */
import { textAt } from '../fields.ts'
import type { Operator } from '../operator.ts'
import { invokedByApp } from './open-sdk.ts'
import { signedByMerchant } from './seal.ts'

const names = ['appId', 'timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const

const twoHours = 2 * 3600

/** Why these parameters pay nothing, or null. The words are what a developer would read in the phone's log. */
const faultIn = (operator: Operator, params: unknown): string | null => {
  const missing = names.find((name) => textAt(params, name) === null)
  if (missing) return `缺少参数 ${missing}`
  const [appId, timeStamp, nonceStr, pack, signType, paySign = ''] = names.map((name) => textAt(params, name) ?? '')
  const { appid, mini } = operator.accounts.wechat
  if (appId !== appid && appId !== mini.appid) return 'appId 不匹配'
  if (signType !== 'RSA') return 'signType 不支持'
  if (!/^\d{10}$/.test(timeStamp ?? '')) return 'timeStamp 应为 10 位秒数'
  if (Math.abs(Date.now() / 1000 - Number(timeStamp)) > twoHours) return 'timeStamp 已过期'
  const text = [appId, timeStamp, nonceStr, pack, ''].join('\n')
  return signedByMerchant(operator, text, paySign) ? null : '支付验证签名失败'
}

/** The way in that a page's parameters name, or why there is none. */
export const invoked = (operator: Operator, params: unknown): { offer: string } | { refused: string } => {
  if (textAt(params, 'prepayid') !== null) return invokedByApp(operator, params)
  const fault = faultIn(operator, params)
  if (fault !== null) return { refused: fault }
  const id = /^prepay_id=(.+)$/.exec(textAt(params, 'package') ?? '')?.[1] ?? ''
  const offer = operator.ledger.offer(id)
  const own = offer?.terms.means === 'JSAPI' && offer.terms.appid === textAt(params, 'appId')
  return own ? { offer: id } : { refused: 'prepay_id 无效' }
}
