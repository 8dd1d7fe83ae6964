/** An order as the API tells it, in answers to a query and inside notifications. */
import type { Trade } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { stateOf } from '../payable.ts'
import { type Answer, ok, paramError, refuse } from './answer.ts'
import { openidUnder } from './openid.ts'

const descriptions = {
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  CLOSED: '订单已关闭',
  NOTPAY: '订单未支付',
  USERPAYING: '用户支付中',
  REVOKED: '已撤销',
}

/** A payment code's order is reversed, not closed, and waits for a password while it is open. */
const codeState = (operator: Operator, trade: Trade): keyof typeof descriptions => {
  if (trade.closedAt !== null) return 'REVOKED'
  if (!operator.ledger.payment(trade)) return 'USERPAYING'
  return operator.ledger.refunded(trade) > 0 ? 'REFUND' : 'SUCCESS'
}

/** RFC 3339 in Beijing time, as the platform writes it. */
export const beijing = (at: number) => `${new Date(at + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`

const tradeState = (operator: Operator, trade: Trade): keyof typeof descriptions => {
  if (trade.means === 'MICROPAY') return codeState(operator, trade)
  const state = stateOf(operator, trade)
  if (state === 'paid') return operator.ledger.refunded(trade) > 0 ? 'REFUND' : 'SUCCESS'
  // A passed time_expire alone closes nothing: money cannot come any more, but the merchant must close the order.
  return state === 'closed' ? 'CLOSED' : 'NOTPAY'
}

const paidFields = (trade: Trade, payment: { openid: string; at: number; value: number }) => ({
  transaction_id: trade.id,
  trade_type: trade.means,
  bank_type: 'OTHERS',
  success_time: beijing(payment.at),
  payer: { openid: payment.openid },
  amount: { total: payment.value, payer_total: payment.value, currency: 'CNY', payer_currency: 'CNY' },
})

/** Fields: pay.weixin.qq.com/doc/v3/merchant/4013070356 (query by out_trade_no), read 2026-11. */
export const transactionOf = (operator: Operator, trade: Trade, claimed?: 'SUCCESS') => {
  const { mchid } = operator.accounts.wechat
  const { appid = operator.accounts.wechat.appid } = trade
  const state = claimed ?? tradeState(operator, trade)
  const forgery = claimed ? { openid: 'oForged', at: operator.now(), value: trade.value } : undefined
  const paid = operator.ledger.payment(trade)
  const payment = paid ? { openid: openidUnder(operator, appid), at: paid.at, value: paid.value } : forgery
  return {
    appid,
    mchid,
    out_trade_no: trade.number,
    trade_state: state,
    trade_state_desc: descriptions[state],
    ...(trade.attach === null ? {} : { attach: trade.attach }),
    ...(payment ? paidFields(trade, payment) : { amount: { total: trade.value, currency: 'CNY' } }),
  }
}

export const queryOrder = (operator: Operator, number: string, mchid: string | undefined): Answer => {
  if (operator.faults.query === 'down') return refuse(503, 'SYSTEM_ERROR', '系统繁忙，请稍后重试')
  if (mchid !== operator.accounts.wechat.mchid) return paramError('/query/mchid')
  const trade = operator.ledger.trade('wechat', number)
  return trade ? ok(transactionOf(operator, trade)) : refuse(404, 'ORDER_NOT_EXIST', '订单不存在')
}

export const closeOrder = (operator: Operator, number: string): Answer => {
  const trade = operator.ledger.trade('wechat', number)
  if (!trade) return refuse(404, 'ORDER_NOT_EXIST', '订单不存在')
  const state = stateOf(operator, trade)
  if (state === 'paid') return refuse(400, 'ORDERPAID', '该订单已支付')
  if (state === 'closed') return refuse(400, 'ORDER_CLOSED', '该订单已关闭')
  operator.ledger.close(trade)
  return { status: 204, body: null }
}
