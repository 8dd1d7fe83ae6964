/** Alipay's notifications: a signed form, sent until the body is `success`. opendocs.alipay.com/open/203/105286. */
import { randomBytes } from 'node:crypto'
import { newKeys } from '../keys.ts'
import type { Terms, Trade } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { type Params, sealed } from './seal.ts'
import { beijing, yuan } from './units.ts'

/** Says paid, whatever the ledger says: only what is sent after a payment is true. */
const claim = (operator: Operator, terms: Terms, tradeNo: string, at: number): Params => {
  const { appId } = operator.accounts.alipay
  const { sellerId, payer, payerOpenId } = operator.platforms.alipay
  return {
    notify_time: beijing(operator.now()),
    notify_type: 'trade_status_sync',
    notify_id: randomBytes(17).toString('hex'),
    app_id: appId,
    auth_app_id: appId,
    charset: 'utf-8',
    version: '1.0',
    trade_no: tradeNo,
    out_trade_no: terms.number,
    trade_status: 'TRADE_SUCCESS',
    total_amount: yuan(terms.value),
    receipt_amount: yuan(terms.value),
    buyer_pay_amount: yuan(terms.value),
    subject: terms.title,
    seller_id: sellerId,
    buyer_id: payer,
    buyer_open_id: payerOpenId,
    gmt_payment: beijing(at),
    ...(terms.attach === null ? {} : { passback_params: terms.attach }),
  }
}

const send = (operator: Operator, url: string, params: () => Params, settled: () => void) =>
  operator.deliver({
    url,
    write: (forged) => {
      const key = forged ? newKeys().privateKey : operator.platforms.alipay.privateKey
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' }
      return { headers, body: new URLSearchParams(sealed(params(), key)).toString() }
    },
    accepted: (status, body) => status === 200 && body.trim() === 'success',
    settled,
  })

/** Tells the merchant that a trade is paid. */
export const notifyPaid = (operator: Operator, number: string): void => {
  const trade: Trade | undefined = operator.ledger.trade('alipay', number)
  const payment = trade && operator.ledger.payment(trade)
  if (!payment || trade.notifyUrl === null) return
  const params = () => claim(operator, { ...trade, value: payment.value }, trade.id, payment.at)
  send(operator, trade.notifyUrl, params, () => operator.ledger.tell(payment))
}

/** With the fault `forged`: a stranger claims that an order, just placed, is paid. */
export const notifyForged = (operator: Operator, terms: Terms): void => {
  if (operator.faults.notification !== 'forged' || terms.notifyUrl === null) return
  const params = () => claim(operator, terms, `2026${'0'.repeat(24)}`, operator.now())
  send(operator, terms.notifyUrl, params, () => undefined)
}
