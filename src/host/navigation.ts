/** Where a page may be sent: by scheme, then by host, of the URL as it was parsed. */

/** Hosts of the wallets' own cashiers and identity pages. pay.weixin.qq.com, opendocs.alipay.com, open.unionpay.com; read 2026-11. */
const walletHosts = [
  'wx.tenpay.com',
  'pay.weixin.qq.com',
  'payapp.weixin.qq.com',
  'open.weixin.qq.com',
  'openapi.alipay.com',
  'openauth.alipay.com',
  'mclient.alipay.com',
  'mapi.alipay.com',
  'gateway.95516.com',
]

/** Schemes that open a wallet's app. */
const walletSchemes = ['weixin:', 'alipays:']

const parse = (text: string, base: string): URL | null => {
  try {
    return new URL(text, base)
  } catch {
    return null // not a URL, and so nowhere to go
  }
}

/** Characters that parsers drop or turn around: what is read is not what is meant. */
const isDisguised = (text: string): boolean =>
  /[\\\s]/.test(text) || Array.from(text).some((sign) => sign < ' ' || sign === '\x7f')

export interface Limits {
  /** The page's own URL. */
  readonly pageUrl: () => string
  /** Hosts that the shop added, with their ports. */
  readonly hosts: readonly string[]
  readonly endpoint: string | undefined
}

/** The URL to go to, or null where going there is refused. `http:` is for a page that is on `http:` itself. */
export const allowedUrl = (text: string, { pageUrl, hosts, endpoint }: Limits): string | null => {
  if (isDisguised(text)) return null
  const url = parse(text, pageUrl())
  if (!url || url.username || url.password) return null
  if (walletSchemes.includes(url.protocol)) return url.href
  const secure =
    url.protocol === 'https:' || (url.protocol === 'http:' && parse(pageUrl(), pageUrl())?.protocol === 'http:')
  if (!secure) return null
  const own = endpoint === undefined ? undefined : parse(endpoint, pageUrl())?.host
  return walletHosts.includes(url.host) || hosts.includes(url.host) || url.host === own ? url.href : null
}
