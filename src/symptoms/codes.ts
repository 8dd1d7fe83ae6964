/** Why a code was scanned and not paid: one on the shop's screen, or one on the payer's. */
import type { Symptom } from './diagnose.ts'

export const qrCodes: readonly Symptom[] = [
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
]

/** pay.weixin.qq.com/doc/v2/partner/4011941160, read 2026-11; public code for both wallets, read 2026-11. */
export const paymentCodes: readonly Symptom[] = [
  {
    sign: /AUTH_?CODE_?(?:INVALID|EXPIRE)/i,
    cause: 'The payment code was used before, or is older than the minute for which the wallet shows it',
    check: 'That the payer’s wallet shows a fresh code, and that nothing at the counter sends a code twice',
  },
  {
    sign: /USERPAYING|\b10003\b/,
    cause: 'The payer is asked for a password: above a limit, or on a phone that the wallet does not know well',
    check: 'That the server goes on asking, and reverses the payment at its deadline',
  },
]
