/** Why Alipay refused, and what to check. docs.antom.com and @mini-types/my 3.0.14, read 2026-11. */
import type { Symptom } from './diagnose.ts'

/** Of tradePay, in a page and in a mini program. */
export const trades: readonly Symptom[] = [
  {
    sign: /result(?:Code|Status)\W{1,4}4000\b/,
    cause: 'Alipay refused the trade',
    check: 'The trade is still open and belongs to this payer; orderStr was signed with the key of this app',
  },
  {
    sign: /result(?:Code|Status)\W{1,4}4\b/,
    cause: 'The page or mini program may not call tradePay',
    check: 'The app has signed the in-wallet payment product and a page’s domain is one of its own',
  },
  {
    sign: /result(?:Code|Status)\W{1,4}(?:8000|6004)\b/,
    cause: 'Alipay does not know yet whether it was paid',
    check: 'Ask the server: never treat it as a failure',
  },
  {
    sign: /result(?:Code|Status)\W{1,4}6002\b/,
    cause: 'The wallet lost its network',
    check: 'Ask the server before another try: the trade may have been paid',
  },
  {
    sign: /result(?:Code|Status)\W{1,4}5000\b/,
    cause: 'The same trade was asked for twice within a short time',
    check: 'Whether tradePay is called from a second place, too',
  },
]

export const pages: readonly Symptom[] = [
  {
    sign: /bridge_missing/,
    cause: 'AlipayJSBridge did not come within 3 s',
    check: 'The page runs inside Alipay itself and not in an iframe; reload it once',
  },
]

export const forms: readonly Symptom[] = [
  {
    sign: /invalid-signature|INVALID_SIGNATURE|验签出错/,
    cause: 'Alipay could not verify the fields',
    check: 'The fields are sent as they were signed: same charset, nothing added, nothing escaped twice',
  },
]
