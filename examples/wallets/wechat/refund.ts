/** Refunds, full and partial: pay.weixin.qq.com/doc/v3/merchant/4012791862, read 2026-11. */
import { textAt, wholeAt } from '../fields.ts'
import type { Refund, Trade } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { type Answer, ok, paramError, refuse } from './answer.ts'
import { notifyRefund } from './notice.ts'
import { beijing } from './transaction.ts'

const told = (trade: Trade, refund: Refund, status: 'PROCESSING' | 'SUCCESS'): Answer =>
  ok({
    refund_id: refund.id,
    out_refund_no: refund.request,
    transaction_id: trade.id,
    out_trade_no: trade.number,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: beijing(refund.at),
    status,
    ...(status === 'SUCCESS' ? { success_time: beijing(refund.at) } : {}),
    amount: {
      total: trade.value,
      refund: refund.value,
      payer_total: trade.value,
      payer_refund: refund.value,
      currency: 'CNY',
    },
  })

const named = (operator: Operator, body: unknown): Trade | undefined => {
  const id = textAt(body, 'transaction_id')
  if (id !== null) return operator.ledger.tradeById('wechat', id)
  return operator.ledger.trade('wechat', textAt(body, 'out_trade_no') ?? '')
}

/** Gives money back; the same out_refund_no again answers the refund that there is, and moves nothing. */
export const refundOrder = (operator: Operator, body: unknown): Answer => {
  const request = textAt(body, 'out_refund_no')
  const value = wholeAt(body, 'amount.refund') ?? 0
  if (request === null || request.length > 64) return paramError('/out_refund_no')
  if (value < 1) return paramError('/amount/refund')
  const trade = named(operator, body)
  if (!trade || !operator.ledger.payment(trade)) return refuse(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
  const known = operator.ledger.refundsOf(trade).find((refund) => refund.request === request)
  const differs = wholeAt(body, 'amount.total') !== trade.value || (known !== undefined && known.value !== value)
  if (differs) return refuse(400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试')
  if (known) return told(trade, known, 'SUCCESS')
  if (operator.ledger.refunded(trade) + value > trade.value) return refuse(403, 'NOT_ENOUGH', '退款金额大于可退金额')
  const refund = operator.ledger.refund(trade, request, value, textAt(body, 'reason'))
  const url = textAt(body, 'notify_url')
  if (url !== null) notifyRefund(operator, trade, refund, url)
  return told(trade, refund, 'PROCESSING')
}

export const queryRefund = (operator: Operator, request: string): Answer => {
  const refund = operator.ledger.refunds().find((one) => one.wallet === 'wechat' && one.request === request)
  const trade = refund && operator.ledger.trade('wechat', refund.number)
  return trade ? told(trade, refund, 'SUCCESS') : refuse(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
}
