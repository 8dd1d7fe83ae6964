import { textAt } from '../fields.ts'
import type { App, Operator } from '../operator.ts'
import { enter, nextOf } from './cashier.ts'
import { sealFault } from './gateway.ts'
import { notifyPaid } from './notice.ts'

/** What a page hands to tradePay: a trade_no, or an order that the application signed. docs.antom.com, read 2026-11. */
const invoked = (operator: Operator, params: unknown): { offer: string } | { refused: string } => {
  const orderStr = textAt(params, 'orderStr')
  if (orderStr === null) {
    const id = textAt(params, 'tradeNO') ?? ''
    return operator.ledger.offer(id)?.terms.means === 'create' ? { offer: id } : { refused: 'tradeNO 无效' }
  }
  const signed = Object.fromEntries(new URLSearchParams(orderStr))
  const fault = sealFault(operator, signed)
  if (fault) return { refused: fault.sub_msg ?? '' }
  const opened = enter(operator, signed)
  return 'offer' in opened ? opened : { refused: opened.refusal.sub_msg ?? '' }
}

const answer = (resultCode: string, memo: string) => ({ resultCode, memo, result: '', callbackUrl: '' })

/** Alipay on the phone. */
export const alipayApp = (operator: Operator): App => ({
  wallet: 'alipay',
  payee: operator.accounts.alipay.payee,
  payer: operator.platforms.alipay.payer,
  answers: { ok: answer('9000', ''), cancel: answer('6001', '用户取消'), fail: answer('4000', '订单支付失败') },
  offerIn: (content) => /^https:\/\/qr\.alipay\.com\/(bax\w+)$/.exec(content)?.[1] ?? null,
  notify: notifyPaid,
  next: nextOf,
  invoked,
})
