/** Reads what a merchant orders. Fields: pay.weixin.qq.com/doc/v3/merchant/4012791856 (JSAPI), read 2026-11. */
import { textAt, wholeAt } from '../fields.ts'
import type { Terms } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { type Answer, paramError, refuse } from './answer.ts'
import { openidUnder } from './openid.ts'

export type TradeType = 'JSAPI' | 'NATIVE' | 'MWEB' | 'APP' | 'MICROPAY'

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** Each field with what it takes: the first that does not fit is named in the refusal. */
const rules: [field: string, fits: (order: unknown) => boolean][] = [
  ['/description', (order) => (textAt(order, 'description')?.length ?? 999) <= 127],
  ['/out_trade_no', (order) => /^[0-9a-zA-Z_\-|*]{6,32}$/.test(textAt(order, 'out_trade_no') ?? '')],
  ['/amount/total', (order) => (wholeAt(order, 'amount.total') ?? 0) >= 1],
  ['/amount/currency', (order) => (textAt(order, 'amount.currency') ?? 'CNY') === 'CNY'],
]

const told: (typeof rules)[number] = [
  '/notify_url',
  (order) => /^https?:\/\/[^?#]{1,240}$/.test(textAt(order, 'notify_url') ?? ''),
]

/** A payment code's charge is answered at once: nobody is notified. */
const forType: Record<TradeType, typeof rules> = {
  JSAPI: [told, ['/payer/openid', (order) => textAt(order, 'payer.openid') !== null]],
  NATIVE: [told],
  APP: [told],
  MWEB: [
    told,
    ['/scene_info/payer_client_ip', (order) => textAt(order, 'scene_info.payer_client_ip') !== null],
    ['/scene_info/h5_info/type', (order) => textAt(order, 'scene_info.h5_info.type') !== null],
  ],
  MICROPAY: [
    ['/payer/auth_code', (order) => /^1[0-5]\d{16}$/.test(textAt(order, 'payer.auth_code') ?? '')],
    ['/scene_info/store_info/id', (order) => textAt(order, 'scene_info.store_info.id') !== null],
  ],
}

const wrongExpiry = (operator: Operator, order: unknown): boolean => {
  const ends = textAt(order, 'time_expire')
  if (ends === null) return false
  return !rfc3339.test(ends) || !(Date.parse(ends) > operator.now())
}

/** The appids that such an order may be under: a mini program orders by JSAPI, too. */
const appidsFor = ({ accounts }: Operator, type: TradeType): readonly string[] => {
  const { appid, mini, app } = accounts.wechat
  if (type === 'APP') return [app.appid]
  return type === 'JSAPI' ? [appid, mini.appid] : [appid]
}

/** What is wrong with an order, as the API says it, or null. */
export const orderFault = (operator: Operator, type: TradeType, order: unknown): Answer | null => {
  const appid = textAt(order, 'appid') ?? ''
  if (!appidsFor(operator, type).includes(appid) || textAt(order, 'mchid') !== operator.accounts.wechat.mchid)
    return refuse(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  const broken = [...rules, ...forType[type]].find(([, fits]) => !fits(order))
  if (broken) return paramError(broken[0])
  if (wrongExpiry(operator, order)) return paramError('/time_expire')
  const openid = textAt(order, 'payer.openid')
  if (type === 'JSAPI' && openid !== openidUnder(operator, appid)) return refuse(400, 'PARAM_ERROR', '无效的openid')
  return null
}

/** The terms of an order that has no fault. */
export const termsOf = (operator: Operator, type: TradeType, order: unknown): Terms => {
  const ends = textAt(order, 'time_expire')
  return {
    wallet: 'wechat',
    number: textAt(order, 'out_trade_no') ?? '',
    means: type,
    value: wholeAt(order, 'amount.total') ?? 0,
    title: textAt(order, 'description') ?? '',
    notifyUrl: textAt(order, 'notify_url'),
    attach: textAt(order, 'attach'),
    buyer: type === 'JSAPI' ? operator.platforms.wechat.payer : null,
    appid: textAt(order, 'appid') ?? '',
    expiresAt: ends === null ? null : Date.parse(ends),
    lifetimeMs: null,
  }
}
