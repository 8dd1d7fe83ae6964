/** Whether money can come by an offer now. Everything here is one synchronous step, so two taps cannot both pay. */
import type { Offer, Trade } from './ledger.ts'
import type { App, Operator } from './operator.ts'

export type TradeState = 'open' | 'expired' | 'closed' | 'paid'

export const stateOf = (operator: Operator, trade: Trade): TradeState => {
  if (operator.ledger.payment(trade)) return 'paid'
  if (trade.closedAt !== null) return 'closed'
  return trade.expiresAt !== null && trade.expiresAt <= operator.now() ? 'expired' : 'open'
}

const refusals: Record<TradeState, string | null> = {
  open: null,
  expired: '支付请求已失效 · This payment request has expired',
  closed: '订单已关闭 · This order is closed',
  paid: '订单已支付 · This order is already paid',
}

/** Opens what an offer leads to: the trade comes into being here where the wallet makes it only when it is scanned. */
export const entered = (operator: Operator, offer: Offer): Trade =>
  operator.ledger.trade(offer.terms.wallet, offer.terms.number) ?? operator.ledger.openTrade(offer.terms)

/** Why nobody can pay by this offer now, in the payer's words, or null where it can be paid. */
export const refusalOf = (operator: Operator, app: App, offer: Offer | undefined): string | null => {
  if (offer === undefined || offer.terms.wallet !== app.wallet) return '二维码无效 · This code is not valid'
  const trade = operator.ledger.trade(app.wallet, offer.terms.number)
  const ended = trade ? refusals[stateOf(operator, trade)] : null
  if (ended !== null) return ended
  if (offer.until <= operator.now()) return refusals.expired
  const differs = trade !== undefined && trade.value !== offer.terms.value
  const others = offer.terms.buyer !== null && offer.terms.buyer !== app.payer
  return differs || others ? '商家订单信息有误 · The order does not match' : null
}

/** Takes the money, once: answers null, or why not. */
export const take = (operator: Operator, app: App, offer: Offer): string | null => {
  const refusal = refusalOf(operator, app, offer)
  if (refusal !== null) return refusal
  const trade = entered(operator, offer)
  operator.ledger.pay(trade, app.payer)
  app.notify(operator, trade.number)
  return null
}
