/**
 * Payment codes: alipay.trade.pay and alipay.trade.cancel. 10000 paid, 10003 the payer is asked, 20000 nobody knows:
 * docs.antom.com and opendocs.alipay.com/open/194/106039, read 2026-11.
 */
import { textAt } from '../fields.ts'
import type { Operator } from '../operator.ts'
import { useCode } from '../payment-codes.ts'
import { type Answer, naming, notExist, ok, refuse, total } from './answer.ts'
import { ordered } from './order.ts'
import type { Params } from './seal.ts'
import { clash, named } from './trade.ts'
import { beijing } from './units.ts'

const waiting = (fields: Answer): Answer => ({ code: '10003', msg: 'order success pay inprocess', ...fields })
const unknown = (): Answer => ({
  code: '20000',
  msg: 'Service Currently Unavailable',
  sub_code: 'aop.ACQ.SYSTEM_ERROR',
  sub_msg: '系统异常',
})

export const pay = (operator: Operator, biz: unknown, params: Params): Answer => {
  const order = ordered(operator, 'pay', biz, params)
  if ('refusal' in order) return order.refusal
  const { terms } = order
  if (operator.ledger.trade('alipay', terms.number))
    return clash(operator, terms) ?? refuse('ACQ.CONTEXT_INCONSISTENT', '交易信息被篡改')
  const { payer } = operator.platforms.alipay
  const used = useCode(operator, { wallet: 'alipay', payer }, terms, textAt(biz, 'auth_code') ?? '')
  if (used === null)
    return refuse('ACQ.PAYMENT_AUTH_CODE_INVALID', '支付失败，获取顾客账户信息失败，请顾客刷新付款码后重新收款')
  const trade = operator.ledger.trade('alipay', terms.number)
  if (operator.faults.code !== 'normal' || !trade) return unknown()
  if (used === 'asked') return waiting(naming(trade))
  return ok({ ...naming(trade), ...total(trade), gmt_payment: beijing(operator.now()) })
}

/** Gives the money back where it was taken, and ends the trade where it was not. Safe to repeat. */
export const cancel = (operator: Operator, biz: unknown): Answer => {
  const trade = named(operator, biz)
  if (!trade) return notExist()
  const left = operator.ledger.payment(trade) ? trade.value - operator.ledger.refunded(trade) : 0
  if (trade.closedAt === null) operator.ledger.close(trade)
  if (left > 0) operator.ledger.refund(trade, `${trade.number}-cancel`, left, '撤销')
  return ok({ ...naming(trade), retry_flag: 'N', action: left > 0 ? 'refund' : 'close' })
}
