/** A payment code that the server has sent on: there is nothing to carry out here, only to ask what became of it. */
import type { Channel } from '../core/ports.ts'

export const code: Channel = {
  kind: 'code',
  needs: [],
  leaves: false,
  invoke: () => Promise.resolve(undefined),
  /** No wallet speaks on this side of the counter. */
  interpret: () => ({ is: 'unknown' }),
  symptoms: [
    {
      /** pay.weixin.qq.com/doc/v2/partner/4011941160, read 2026-11; public code for both wallets, read 2026-11. */
      sign: /AUTH_?CODE_?(?:INVALID|EXPIRE)/i,
      cause: 'The payment code was used before, or is older than the minute for which the wallet shows it',
      check: 'That the payer’s wallet shows a fresh code, and that nothing at the counter sends a code twice',
    },
    {
      sign: /USERPAYING|\b10003\b/,
      cause: 'The payer is asked for a password: above a limit, or on a phone that the wallet does not know well',
      check: 'That the server goes on asking, and reverses the payment at its deadline',
    },
  ],
}
