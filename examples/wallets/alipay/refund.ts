/** Refunds, full and partial: opendocs.alipay.com/open/028sm9 (alipay.trade.refund), read 2026-11. */
import { textAt } from '../fields.ts'
import type { Trade } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { type Answer, naming, notExist, ok, refuse, total } from './answer.ts'
import { named } from './trade.ts'
import { beijing, fen, yuan } from './units.ts'

const told = (operator: Operator, trade: Trade, changed: 'Y' | 'N'): Answer =>
  ok({
    ...naming(trade),
    buyer_logon_id: 'pay***@example.com',
    fund_change: changed,
    refund_fee: yuan(operator.ledger.refunded(trade)),
    gmt_refund_pay: beijing(operator.now()),
  })

/** Gives money back; the same out_request_no again moves nothing. A partial refund must have one. */
export const refund = (operator: Operator, biz: unknown): Answer => {
  const trade = named(operator, biz)
  if (!trade) return notExist()
  if (!operator.ledger.payment(trade)) return refuse('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
  const value = fen(textAt(biz, 'refund_amount'))
  const request = textAt(biz, 'out_request_no') ?? (value === trade.value ? trade.number : null)
  if (value === null || value < 1 || request === null) return refuse('ACQ.INVALID_PARAMETER', '参数无效')
  const known = operator.ledger.refundsOf(trade).find((one) => one.request === request)
  if (known && known.value !== value) return refuse('ACQ.REASON_TRADE_REFUND_FEE_ERR', '退款金额有误')
  if (known) return told(operator, trade, 'N')
  if (operator.ledger.refunded(trade) + value > trade.value)
    return refuse('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限')
  operator.ledger.refund(trade, request, value, textAt(biz, 'refund_reason'))
  return told(operator, trade, 'Y')
}

/** alipay.trade.fastpay.refund.query: nothing but 10000 where there is no such refund. */
export const refundQuery = (operator: Operator, biz: unknown): Answer => {
  const trade = named(operator, biz)
  if (!trade) return notExist()
  const known = operator.ledger.refundsOf(trade).find((one) => one.request === textAt(biz, 'out_request_no'))
  if (!known) return ok({})
  const done = { out_request_no: known.request, refund_amount: yuan(known.value), refund_status: 'REFUND_SUCCESS' }
  return ok({ ...naming(trade), ...total(trade), ...done })
}
