/** The H5 cashier: only for a page of the merchant's, outside WeChat, within 5 minutes. doc/v3/merchant/4012791832. */
import { Hono } from 'hono'
import { isWebAddress } from '../fields.ts'
import type { Offer } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { refusedPage } from '../pages.ts'

const originOf = (address: string): string | null => (isWebAddress(address) ? new URL(address).origin : null)

/** Why the payer may not come in from where he comes, in the cashier's own words, or null. */
const refusalOf = (operator: Operator, offer: Offer | undefined, referer: string): string | null => {
  const from = originOf(referer)
  if (from === null || from === operator.origin || offer?.terms.means !== 'MWEB')
    return '商家参数格式有误，请联系商家解决 · Open this from the shop'
  if (offer.site !== null && originOf(offer.site) !== from)
    return '商家存在未配置的参数，请联系商家解决 · This site is not registered'
  const inside = operator.browsers.some(({ place, origin }) => place.startsWith('wechat') && origin === from)
  if (inside) return '请在微信外打开订单，进行支付 · Open this outside WeChat'
  return offer.until <= operator.now() ? '支付请求已失效，请重新发起支付 · This request has expired' : null
}

export const cashier = (operator: Operator): Hono => {
  const app = new Hono()
  app.get('/cgi-bin/mmpayweb-bin/checkmweb', (c) => {
    const offer = operator.ledger.offer(c.req.query('prepay_id') ?? '')
    const referer = c.req.header('Referer') ?? ''
    const refusal = refusalOf(operator, offer, referer)
    if (refusal !== null || !offer) return refusedPage(refusal ?? '')
    const wanted = c.req.query('redirect_url') ?? ''
    operator.ledger.setReturn(offer, isWebAddress(wanted) ? wanted : referer)
    return c.redirect(`/wechat/pay?offer=${offer.id}`)
  })
  return app
}
