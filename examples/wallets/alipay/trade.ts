/** precreate, create, query, close. A precreated trade does not exist until somebody scans it. */
import { randomBytes } from 'node:crypto'
import { textAt } from '../fields.ts'
import type { Terms, Trade } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { stateOf } from '../payable.ts'
import { type Answer, naming, notExist, ok, refuse, total } from './answer.ts'
import { notifyForged } from './notice.ts'
import { ordered } from './order.ts'
import type { Params } from './seal.ts'
import { beijing, yuan } from './units.ts'

const twoHours = 2 * 3600_000

/** Why a number that is known already cannot be ordered like this, or null. */
export const clash = (operator: Operator, terms: Terms): Answer | null => {
  const known = operator.ledger.trade('alipay', terms.number)
  if (!known) return null
  const state = stateOf(operator, known)
  if (state === 'paid') return refuse('ACQ.TRADE_HAS_SUCCESS', '交易已被支付')
  if (state !== 'open') return refuse('ACQ.TRADE_HAS_CLOSE', '交易已经关闭')
  if (known.value !== terms.value) return refuse('ACQ.CONTEXT_INCONSISTENT', '交易信息被篡改')
  return known.buyer === terms.buyer ? null : refuse('ACQ.TRADE_BUYER_NOT_MATCH', '交易买家不匹配')
}

export const precreate = (operator: Operator, biz: unknown, params: Params): Answer => {
  const order = ordered(operator, 'precreate', biz, params)
  if ('refusal' in order) return order.refusal
  const { terms } = order
  const refusal = clash(operator, terms)
  if (refusal) return refusal
  const id = `bax${randomBytes(14).toString('hex')}`
  operator.ledger.addOffer({ id, terms, until: operator.now() + twoHours })
  notifyForged(operator, terms)
  return ok({ out_trade_no: terms.number, qr_code: `https://qr.alipay.com/${id}` })
}

/** Why nobody can be created a trade for, or null where it is the payer. */
const buyerFault = (operator: Operator, biz: unknown): Answer | null => {
  const { payer, payerOpenId } = operator.platforms.alipay
  const buyer = textAt(biz, 'buyer_open_id') ?? textAt(biz, 'buyer_id')
  if (buyer === null) return refuse('ACQ.INVALID_PARAMETER', '参数无效: buyer_id, buyer_open_id')
  return buyer === payer || buyer === payerOpenId ? null : refuse('ACQ.BUYER_NOT_EXIST', '买家不存在')
}

/** For tradePay in Alipay's own browser: the trade exists at once, and its trade_no is the way in. */
export const create = (operator: Operator, biz: unknown, params: Params): Answer => {
  const order = ordered(operator, 'create', biz, params)
  if ('refusal' in order) return order.refusal
  const terms = { ...order.terms, buyer: operator.platforms.alipay.payer }
  const refusal = buyerFault(operator, biz) ?? clash(operator, terms)
  if (refusal) return refusal
  const trade = operator.ledger.trade('alipay', terms.number) ?? operator.ledger.openTrade(terms)
  const until = trade.expiresAt ?? Number.MAX_SAFE_INTEGER
  if (!operator.ledger.offer(trade.id)) operator.ledger.addOffer({ id: trade.id, terms, until })
  notifyForged(operator, terms)
  return ok(naming(trade))
}

/** The trade that `trade_no` or `out_trade_no` names. */
export const named = (operator: Operator, biz: unknown): Trade | undefined => {
  const id = textAt(biz, 'trade_no')
  if (id !== null) return operator.ledger.tradeById('alipay', id)
  return operator.ledger.trade('alipay', textAt(biz, 'out_trade_no') ?? '')
}

const statusOf = (operator: Operator, trade: Trade): string => {
  const state = stateOf(operator, trade)
  if (state === 'open') return 'WAIT_BUYER_PAY'
  const whole = operator.ledger.refunded(trade) === trade.value
  return state === 'paid' && !whole ? 'TRADE_SUCCESS' : 'TRADE_CLOSED'
}

export const query = (operator: Operator, biz: unknown): Answer => {
  const trade = named(operator, biz)
  if (!trade) return notExist()
  const { payer, payerOpenId } = operator.platforms.alipay
  const payment = operator.ledger.payment(trade)
  return ok({
    ...naming(trade),
    ...total(payment ?? trade),
    buyer_logon_id: 'pay***@example.com',
    buyer_user_id: payer,
    buyer_open_id: payerOpenId,
    trade_status: statusOf(operator, trade),
    ...(payment ? { send_pay_date: beijing(payment.at), receipt_amount: yuan(payment.value) } : {}),
  })
}

/** Fails for a code that nobody scanned, and the code can still be scanned afterwards: close proves nothing there. */
export const close = (operator: Operator, biz: unknown): Answer => {
  const trade = named(operator, biz)
  if (!trade) return notExist()
  if (stateOf(operator, trade) === 'paid') return refuse('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
  operator.ledger.close(trade)
  return ok(naming(trade))
}
