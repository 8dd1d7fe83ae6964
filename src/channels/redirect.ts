/** The page leaves by GET: WeChat H5's `h5_url`, Alipay's wap and page pay. */
import type { Actions } from '../contract/derived.ts'
import type { Channel, Symptom } from '../core/ports.ts'
import { LEFT, URL_REFUSED } from '../core/raw.ts'
import { interpretLeaving } from './leaving.ts'

/** What the payer sees on WeChat's H5 cashier: csdn 82216443 and developers.weixin.qq.com, read 2026-11. */
const symptoms: readonly Symptom[] = [
  {
    /** yansongda/pay#144 #85, AgentWeb#603. */
    sign: /商家参数格式有误/,
    cause: 'WeChat’s H5 cashier was reached without a Referer',
    check: 'No noreferrer and no Referrer-Policy that blanks it; an app’s web-view must send the Referer itself',
  },
  {
    sign: /商家存在未配置的参数/,
    cause: 'The page that left is not on the H5 domain of the merchant',
    check: 'The H5 pay domain in the merchant platform against the page’s host',
  },
  {
    sign: /支付请求已失效/,
    cause: 'The link is older than 5 minutes, or was opened before',
    check: 'That the page prepares anew instead of keeping the link',
  },
  {
    sign: /请在微信外打开/,
    cause: 'An H5 link was opened inside WeChat',
    check: 'Whether the server answered `redirect` although `accepts` named `wechat.bridge` only',
  },
  {
    sign: /网络环境未能通过安全验证/,
    cause: 'The payer’s IP address is not the one the order was opened with',
    check: 'payer_client_ip at the server: behind a proxy it must be the payer’s, and IPv4 and IPv6 may differ',
  },
  {
    sign: /url_refused/,
    cause: 'The server named a URL whose scheme or host is not allowed',
    check: 'https only; a host of your own is named in the option `hosts`',
  },
]

/**
 * Leaves from the page itself, so that it sends a Referer. A hidden iframe fails on iOS, and the return may come unpaid
 * 5 s after the cashier opened: pay.weixin.qq.com H5 guide and csdn 81461137, read 2026-11.
 */
export const redirect: Channel = {
  kind: 'redirect',
  needs: ['document'],
  leaves: true,
  invoke: ({ url }: Actions['redirect'], { page }) => Promise.resolve(page.leave(url) ? LEFT : URL_REFUSED),
  /** Only what the page itself did; see `interpretLeaving`. */
  interpret: interpretLeaving,
  symptoms,
}
