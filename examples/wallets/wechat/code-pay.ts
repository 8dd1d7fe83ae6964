/**
 * Payment codes: charged by the merchant, reversed by the merchant. Fields: pay.weixin.qq.com/doc/v3/merchant/4012382150;
 * what USERPAYING, SYSTEM_ERROR and a reversal mean: doc/v2/partner/4011941160; both read 2026-11.
 */
import { textAt } from '../fields.ts'
import type { Operator } from '../operator.ts'
import { useCode } from '../payment-codes.ts'
import { type Answer, ok, refuse } from './answer.ts'
import { orderFault, termsOf } from './order.ts'
import { clash } from './prepay.ts'
import { transactionOf } from './transaction.ts'

const charged = (operator: Operator, order: unknown): Answer => {
  const terms = termsOf(operator, 'MICROPAY', order)
  const known = operator.ledger.trade('wechat', terms.number)
  if (known) return clash(operator, known, terms) ?? refuse(403, 'OUT_TRADE_NO_USED', '商户订单号重复')
  const { payer } = operator.platforms.wechat
  const used = useCode(operator, { wallet: 'wechat', payer }, terms, textAt(order, 'payer.auth_code') ?? '')
  if (used === null) return refuse(400, 'AUTH_CODE_INVALID', '付款码无效，请刷新后重试')
  if (operator.faults.code !== 'normal') return refuse(500, 'SYSTEM_ERROR', '系统错误，请查询订单')
  if (used === 'asked') return refuse(400, 'USERPAYING', '需要用户输入支付密码')
  const trade = operator.ledger.trade('wechat', terms.number)
  return trade ? ok(transactionOf(operator, trade)) : refuse(500, 'SYSTEM_ERROR', '系统错误')
}

export const codePay = (operator: Operator, order: unknown): Answer =>
  orderFault(operator, 'MICROPAY', order) ?? charged(operator, order)

/** Gives the money back where it was taken, and ends the order where it was not. Safe to repeat. */
export const reverse = (operator: Operator, number: string): Answer => {
  const trade = operator.ledger.trade('wechat', number)
  if (trade?.means !== 'MICROPAY') return refuse(404, 'ORDER_NOT_EXIST', '订单不存在')
  if (operator.now() - trade.openedAt < operator.reverseAfterMs)
    return refuse(400, 'INVALID_REQUEST', '支付后15秒内不可撤销')
  const left = trade.value - operator.ledger.refunded(trade)
  if (trade.closedAt === null) operator.ledger.close(trade)
  if (operator.ledger.payment(trade) && left > 0) operator.ledger.refund(trade, `${number}-reverse`, left, '撤销')
  const { appid, mchid } = operator.accounts.wechat
  return ok({ appid, mchid, out_trade_no: number })
}
