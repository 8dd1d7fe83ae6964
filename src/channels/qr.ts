/** A code on this screen for the payer's phone to scan: WeChat's `code_url`, Alipay's `qr_code`. */
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'

export const qr: Channel = {
  kind: 'qr',
  needs: [],
  leaves: false,
  invoke: ({ content }: Actions['qr']) => Promise.resolve(content),
  /**
   * The content goes to whatever draws it. Its scheme is no business of ours: `weixin://wxpay/bizpayurl?pr=…`, `?sr=…`
   * and others exist. pay.weixin.qq.com/doc/v3/merchant/4012791890, read 2026-11.
   */
  interpret: (raw) => (typeof raw === 'string' && raw !== '' ? { is: 'shown', content: raw } : { is: 'unknown' }),
  symptoms: [
    {
      /** pay.weixin.qq.com/doc/v3/merchant/4012791890, read 2026-11. */
      sign: /商家订单信息有误/,
      cause: 'The code was scanned by a second WeChat account, or the order was opened anew meanwhile',
      check: 'One code for one payer; after renew() only the new code is on the screen',
    },
    {
      sign: /长按|相册|long.?press/i,
      cause: 'WeChat does not pay from a code that was long-pressed or taken from the album',
      check: 'That the code is on another screen than the payer’s phone; there, use the in-app or H5 way',
    },
  ],
}
