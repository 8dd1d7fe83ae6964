/** WeChat Pay's notifications: encrypted, signed JSON, accepted by a 2xx. doc/v3/merchant/4012791861, read 2026-11. */
import { randomUUID } from 'node:crypto'
import type { Letter } from '../deliver.ts'
import { newKeys } from '../keys.ts'
import type { Refund, Trade } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { encrypted } from './cipher.ts'
import { sealed } from './seal.ts'
import { beijing, transactionOf } from './transaction.ts'

interface Event {
  event_type: string
  summary: string
  original_type: string
  resource: object
}

/** A forger knows neither key: he signs with one of his own and encrypts with a guess. */
const letter = (operator: Operator, event: Event, forged: boolean): Letter => {
  const { event_type, summary, original_type, resource } = event
  const key = forged ? '0'.repeat(32) : operator.accounts.wechat.apiV3Key
  const body = JSON.stringify({
    id: randomUUID(),
    create_time: beijing(operator.now()),
    resource_type: 'encrypt-resource',
    event_type,
    summary,
    resource: { original_type, ...encrypted(key, JSON.stringify(resource), original_type) },
  })
  const seal = forged ? sealed(operator, body, newKeys().privateKey) : sealed(operator, body)
  return { body, headers: { 'Content-Type': 'application/json', ...seal } }
}

const send = (operator: Operator, url: string, event: Event, settled: () => void) =>
  operator.deliver({
    url,
    write: (forged) => letter(operator, event, forged),
    accepted: (status) => status >= 200 && status < 300,
    settled,
  })

const success = (operator: Operator, trade: Trade): Event => ({
  event_type: 'TRANSACTION.SUCCESS',
  summary: '支付成功',
  original_type: 'transaction',
  resource: transactionOf(operator, trade, 'SUCCESS'),
})

/** Tells the merchant that an order is paid. */
export const notifyPaid = (operator: Operator, number: string): void => {
  const trade = operator.ledger.trade('wechat', number)
  const payment = trade && operator.ledger.payment(trade)
  if (!payment || trade.notifyUrl === null) return
  send(operator, trade.notifyUrl, success(operator, trade), () => operator.ledger.tell(payment))
}

/** With the fault `forged`: a stranger claims that an order, just opened, is paid. */
export const notifyForged = (operator: Operator, trade: Trade): void => {
  if (operator.faults.notification !== 'forged' || trade.notifyUrl === null) return
  send(operator, trade.notifyUrl, success(operator, trade), () => undefined)
}

/** Tells the merchant that a refund went through, where it gave an address for that. */
export const notifyRefund = (operator: Operator, trade: Trade, refund: Refund, url: string): void => {
  const { mchid } = operator.accounts.wechat
  const resource = {
    mchid,
    out_trade_no: trade.number,
    transaction_id: trade.id,
    out_refund_no: refund.request,
    refund_id: refund.id,
    refund_status: 'SUCCESS',
    success_time: beijing(refund.at),
    amount: { total: trade.value, refund: refund.value, payer_total: trade.value, payer_refund: refund.value },
  }
  const event = { event_type: 'REFUND.SUCCESS', summary: '退款成功', original_type: 'refund', resource }
  send(operator, url, event, () => undefined)
}
