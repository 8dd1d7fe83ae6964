/** Which of the requests in the town are messages of a payment: between whom, and what each is called. */

/** Who speaks: the page on the PC or on the phone, the merchant's server, the wallet. */
export type Actor = 'pc' | 'phone' | 'merchant' | 'wallet'

export interface Message {
  from: Actor
  to: Actor
  name: string
}

type Row = readonly [method: string, path: RegExp, name: string | ((found: RegExpExecArray) => string)]

const first = (found: RegExpExecArray): string => found[1] ?? ''

const toMerchant: readonly Row[] = [
  ['POST', /^\/pay\/(?:alipay-mini\/)?(prepare|status|close)$/, first],
  ['POST', /^\/orders$/, 'order'],
]

const toWalletFromPhone: readonly Row[] = [
  ['GET', /^\/wechat\/connect\/oauth2\/authorize$/, 'login'],
  ['GET', /^\/alipay\/oauth2\/publicAppAuthorize\.htm$/, 'login'],
  ['GET', /^\/wechat\/cgi-bin\/mmpayweb-bin\/checkmweb$/, 'cashier'],
  ['GET', /^\/alipay\/gateway\.do$/, 'cashier'],
  ['POST', /^\/\w+\/app\/login$/, 'login'],
  ['POST', /^\/\w+\/app\/scan$/, 'scan'],
  ['POST', /^\/\w+\/app\/codes$/, 'code'],
  ['POST', /^\/\w+\/app\/bridge$/, 'invoke'],
  ['POST', /^\/\w+\/app\/(?:bridge|offers)\/[^/]+\/(pay|cancel)$/, first],
]

const transactions = '/wechat/v3/pay/transactions'

const toWechatFromMerchant: readonly Row[] = [
  ['POST', RegExp(`^${transactions}/codepay$`), 'charge'],
  ['POST', RegExp(`^${transactions}/(jsapi|native|h5|app)$`), (found) => `open · ${first(found)}`],
  ['POST', RegExp(`^${transactions}/out-trade-no/[^/]+/(close|reverse)$`), first],
  ['GET', RegExp(`^${transactions}/out-trade-no/[^/]+$`), 'query'],
  ['POST', /^\/wechat\/v3\/refund\/domestic\/refunds$/, 'refund'],
  ['GET', /^\/wechat\/sns\/(?:jscode2session|oauth2\/access_token)$/, 'payer'],
]

/** Alipay's gateway has one address; what is asked stands in `method`. */
const alipayNames: Readonly<Record<string, string>> = {
  'alipay.trade.precreate': 'open · precreate',
  'alipay.trade.create': 'open · create',
  'alipay.trade.pay': 'charge',
  'alipay.trade.query': 'query',
  'alipay.trade.cancel': 'reverse',
  'alipay.trade.close': 'close',
  'alipay.trade.refund': 'refund',
  'alipay.system.oauth.token': 'payer',
}

const alipayMethod = (path: string, text: string): string =>
  new URLSearchParams(path.split('?')[1]).get('method') ?? new URLSearchParams(text).get('method') ?? ''

const nameIn = (rows: readonly Row[], method: string, path: string): string | null => {
  for (const [wanted, pattern, name] of rows) {
    const found = wanted === method ? pattern.exec(path) : null
    if (found) return typeof name === 'string' ? name : name(found)
  }
  return null
}

const named = (from: Actor, to: Actor, name: string | null | undefined): Message | null =>
  name ? { from, to, name } : null

const atWallets = (method: string, url: string, text: string): Message | null => {
  const [path = ''] = url.split('?')
  const asked = method === 'POST' && path === '/alipay/gateway.do' ? alipayNames[alipayMethod(url, text)] : null
  const byMerchant = asked ?? nameIn(toWechatFromMerchant, method, path)
  return named('merchant', 'wallet', byMerchant) ?? named('phone', 'wallet', nameIn(toWalletFromPhone, method, path))
}

const screens = ['desktop', 'till', 'wechat-desktop']

/** What a request to `server` is, or null where it is none of a payment. */
export const messageOf = (server: string, method: string, url: string, text: string): Message | null => {
  const [path = ''] = url.split('?')
  if (server === 'wallets') return atWallets(method, url, text)
  if (server === 'merchant') return named('wallet', 'merchant', /^\/notify\//.test(path) ? 'notify' : null)
  return named(screens.includes(server) ? 'pc' : 'phone', 'merchant', nameIn(toMerchant, method, path))
}
