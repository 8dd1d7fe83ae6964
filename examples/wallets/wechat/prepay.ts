/** Ordering: JSAPI, Native, H5, app. The number is the order: it keeps its type and its amount, and ends only once. */
import { randomBytes } from 'node:crypto'
import { textAt } from '../fields.ts'
import type { Terms, Trade } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { stateOf } from '../payable.ts'
import { type Answer, ok, refuse } from './answer.ts'
import { notifyForged } from './notice.ts'
import { orderFault, type TradeType, termsOf } from './order.ts'

/** Those that give the payer a way in. */
export type PrepayType = Exclude<TradeType, 'MICROPAY'>

const minute = 60_000

/** An order without an end can be paid for 2 h after it was last placed, as prepay_id lives: merchant/4012791856. */
const orderLifeMs = 120 * minute

/** How long each way in is open: an H5 address for 5 min. */
const lifeOf: Record<PrepayType, number> = {
  JSAPI: 120 * minute,
  NATIVE: 120 * minute,
  MWEB: 5 * minute,
  APP: 120 * minute,
}

const answerOf = (operator: Operator, type: PrepayType, id: string): object => {
  if (type === 'JSAPI' || type === 'APP') return { prepay_id: id }
  if (type === 'NATIVE') return { code_url: `weixin://wxpay/bizpayurl?pr=${id}` }
  return { h5_url: `${operator.origin}/wechat/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=${id}&package=${Date.now()}` }
}

const newId = (type: PrepayType) =>
  type === 'NATIVE' ? `${randomBytes(5).toString('hex')}zz` : `wx${randomBytes(17).toString('hex')}`

/** Why a number that is known already cannot be ordered like this, or null. */
export const clash = (operator: Operator, known: Trade, terms: Terms): Answer | null => {
  const state = stateOf(operator, known)
  if (state === 'paid') return refuse(400, 'ORDERPAID', '该订单已支付')
  if (state === 'closed') return refuse(400, 'ORDER_CLOSED', '该订单已关闭')
  const same = (['means', 'appid', 'value', 'title', 'buyer', 'notifyUrl'] as const).every(
    (name) => known[name] === terms[name],
  )
  return same ? null : refuse(403, 'OUT_TRADE_NO_USED', '201 商户订单号重复')
}

/** A code that was shown before is dead once the same order is placed again. */
const retireCodes = (operator: Operator, trade: Trade) => {
  if (trade.means !== 'NATIVE') return
  for (const offer of operator.ledger.offersOf(trade)) offer.until = Math.min(offer.until, operator.now())
}

/** Places an order, or answers an order that stands with a fresh way in. */
export const prepay = (operator: Operator, type: PrepayType, order: unknown): Answer => {
  const fault = orderFault(operator, type, order)
  if (fault) return fault
  const terms = termsOf(operator, type, order)
  const known = operator.ledger.trade('wechat', terms.number)
  const refusal = known ? clash(operator, known, terms) : null
  if (refusal) return refusal
  const trade = known ?? operator.ledger.openTrade(terms)
  operator.ledger.prolong(trade, terms.expiresAt ?? operator.now() + orderLifeMs)
  retireCodes(operator, trade)
  const until = operator.now() + lifeOf[type]
  const id = newId(type)
  operator.ledger.addOffer({ id, terms, until, site: textAt(order, 'scene_info.h5_info.app_url') })
  notifyForged(operator, trade)
  return ok(answerOf(operator, type, id))
}
