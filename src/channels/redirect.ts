/** The page leaves by GET: WeChat H5's `h5_url`, Alipay's wap and page pay. */
import { redirectShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { LEFT, URL_REFUSED } from '../core/raw.ts'
import { interpretLeaving } from './leaving.ts'

/**
 * Leaves from the page itself, so that it sends a Referer. A hidden iframe fails on iOS, and the return may come unpaid
 * 5 s after the cashier opened: pay.weixin.qq.com H5 guide and csdn 81461137, read 2026-11.
 */
export const redirect: Channel = {
  kind: 'redirect',
  shape: redirectShape,
  needs: ['document'],
  leaves: true,
  invoke: ({ url }: Actions['redirect'], { page }) => Promise.resolve(page.leave(url) ? LEFT : URL_REFUSED),
  /** Only what the page itself did; see `interpretLeaving`. */
  interpret: interpretLeaving,
}
