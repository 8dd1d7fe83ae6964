/** Whether money can come by an offer now. Everything here is one synchronous step, so two taps cannot both pay. */
import type { Offer, Trade } from './ledger.ts'
import type { App, Operator } from './operator.ts'

type TradeState = 'open' | 'expired' | 'closed' | 'paid'

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

/** Why an offer cannot pay its trade, whenever it was entered: the trade has ended, or is not the one it was. */
const blocked = (operator: Operator, app: App, offer: Offer): string | null => {
  const trade = operator.ledger.trade(app.wallet, offer.terms.number)
  const ended = trade ? refusals[stateOf(operator, trade)] : null
  if (ended !== null) return ended
  const differs = trade !== undefined && trade.value !== offer.terms.value
  const others = offer.terms.buyer !== null && offer.terms.buyer !== app.payer
  return differs || others ? '商家订单信息有误 · The order does not match' : null
}

/** Why nobody can come in by this offer now, in the payer's words, or null where it is open. */
export const refusalOf = (operator: Operator, app: App, offer: Offer | undefined): string | null => {
  if (offer === undefined || offer.terms.wallet !== app.wallet) return '二维码无效 · This code is not valid'
  return blocked(operator, app, offer) ?? (offer.until <= operator.now() ? refusals.expired : null)
}

/** Takes the money, once: answers null, or why not. Who came in while the offer was open can pay while the trade is. */
export const take = (operator: Operator, app: App, offer: Offer): string | null => {
  const known = operator.ledger.trade(app.wallet, offer.terms.number)
  const refusal = known ? blocked(operator, app, offer) : refusalOf(operator, app, offer)
  if (refusal !== null) return refusal
  const trade = entered(operator, offer)
  operator.ledger.pay(trade, app.payer, operator.faults.sum === 'one-fen' ? 1 : trade.value)
  app.notify(operator, trade.number)
  return null
}
