/** Why a page did not get to a cashier, or a web-view not to a native page. */
import type { Symptom } from './diagnose.ts'

/** What the payer sees on WeChat's H5 cashier: csdn 82216443 and developers.weixin.qq.com, read 2026-11. */
export const redirects: readonly Symptom[] = [
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

export const hops: readonly Symptom[] = [
  {
    sign: /navigateTo:fail/,
    cause: 'The mini program has no such page, or ten pages are open already',
    check: 'The path that the server answered, with its first slash, is in the mini program’s app.json',
  },
]

export const wechatHops: readonly Symptom[] = [
  {
    sign: /bridge_missing/,
    cause: 'wx.miniProgram is not in the page',
    check: 'The page loads https://res.wx.qq.com/open/js/jweixin-1.6.0.js before it pays',
  },
]

export const alipayHops: readonly Symptom[] = [
  {
    sign: /bridge_missing/,
    cause: 'my is not in the page',
    check: 'The page loads https://appx/web-view.min.js before it pays',
  },
]
