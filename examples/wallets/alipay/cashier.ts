/** wap.pay, page.pay and tradePay's order strings: signed orders that come in through the payer's own hands. */
import { randomBytes } from 'node:crypto'
import { parsed, textAt } from '../fields.ts'
import type { Offer } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { type Answer, naming } from './answer.ts'
import { notifyForged } from './notice.ts'
import { ordered } from './order.ts'
import { type Params, sealed } from './seal.ts'
import { clash } from './trade.ts'
import { beijing, yuan } from './units.ts'

const meansOf: Record<string, string> = {
  'alipay.trade.wap.pay': 'wap',
  'alipay.trade.page.pay': 'page',
  'alipay.trade.app.pay': 'app',
}

export const isPageMethod = (method: string): boolean => Object.hasOwn(meansOf, method)

/** A signed link stays a way in for two hours; nothing exists at the wallet until its page is opened. */
const linkLifeMs = 2 * 3600_000

/** The way in that a signed order makes, or the refusal. The signature was verified by the caller. */
export const enter = (operator: Operator, params: Params): { offer: string } | { refusal: Answer } => {
  const biz = parsed(params.biz_content ?? '')
  const order = ordered(operator, meansOf[params.method ?? ''] ?? '', biz, params)
  if ('refusal' in order) return order
  const { terms } = order
  const refusal = clash(operator, terms)
  if (refusal) return { refusal }
  const id = `page${randomBytes(14).toString('hex')}`
  const [returnUrl, quitUrl] = [params.return_url ?? null, textAt(biz, 'quit_url')]
  operator.ledger.addOffer({ id, terms, until: operator.now() + linkLifeMs, returnUrl, quitUrl })
  notifyForged(operator, terms)
  return { offer: id }
}

/** return_url, signed: it proves who speaks, not that the money stays. opendocs.alipay.com/open/203/107090. */
const returned = (operator: Operator, offer: Offer, url: string): string | null => {
  const trade = operator.ledger.trade('alipay', offer.terms.number)
  if (!trade) return null
  const { appId } = operator.accounts.alipay
  const params: Params = {
    ...naming(trade),
    total_amount: yuan(trade.value),
    method: `alipay.trade.${offer.terms.means}.pay.return`,
    app_id: appId,
    auth_app_id: appId,
    seller_id: operator.platforms.alipay.sellerId,
    charset: 'utf-8',
    version: '1.0',
    timestamp: beijing(operator.now()),
  }
  const back = new URL(url)
  for (const [name, value] of Object.entries(sealed(params, operator.platforms.alipay.privateKey)))
    back.searchParams.set(name, value)
  return back.href
}

/** Where the payer goes from the cashier: return_url after paying, quit_url after leaving. */
export const nextOf = (operator: Operator, offerId: string, paid: boolean): string | null => {
  const offer = operator.ledger.offer(offerId)
  if (!offer) return null
  if (!paid) return offer.quitUrl
  return offer.returnUrl === null ? null : returned(operator, offer, offer.returnUrl)
}
