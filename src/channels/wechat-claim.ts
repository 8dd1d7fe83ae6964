/** What WeChat's answers say, in a page and in a mini program. */
import type { Claim } from '../core/words.ts'

/** Whole answers that refuse without a prefix and a tail. Public code and community threads, read 2026-11. */
const refusals = /^(?:system:access_denied|access_control:not_allow|system:too_frequent)$/i

/** `get_brand_wcpay_request:…`, `requestPayment:…`, `chooseWXPay:…`; what follows `fail` differs by client. */
const tail = /^\w{1,64}:(?:(ok)\s*$|((?:fail )?cancel)\s*$|(fail))/i

/**
 * - `:ok`, `:cancel`, `:fail`: pay.weixin.qq.com/doc/v3/merchant/4012791857, read 2026-11. `ok` "is not absolutely
 *   reliable" (same page), and `:cancel` also comes for a bad signature (developers.weixin.qq.com/community/develop
 *   0004ac63…, read 2026-11): both are asked about at the server, as every claim is.
 * - `:fail cancel`: a mini program's cancel; clients up to 6.5.2 say `:cancel`. miniprogram-api-typings 5.2.3, read 2026-11.
 * - Tails of `fail` and the whole-string refusals: public code and community threads, read 2026-11.
 */
export const wechatClaim = (message: string): Claim => {
  const said = message.slice(0, 128)
  if (refusals.test(said)) return { is: 'failed', reason: said }
  const [, ok, cancel, fail] = tail.exec(said) ?? []
  if (ok) return { is: 'claimed' }
  if (cancel) return { is: 'cancelled' }
  return fail ? { is: 'failed', reason: said } : { is: 'unknown' }
}
