/** What Alipay's tradePay takes and answers, in a page and in a mini program. */
import type { Actions } from '../contract/derived.ts'
import type { Claim } from '../core/words.ts'
import { ownText } from './own-text.ts'

/** A trade number or a signed order string, in a new object. */
export const alipayTrade = (action: Actions['alipay.bridge' | 'alipay.mini']): object => {
  const tradeNO = ownText(action, 'tradeNO')
  return tradeNO ? { tradeNO } : { orderStr: ownText(action, 'orderStr') }
}

/**
 * What Alipay's `resultCode`, a string or a number, says happened; a code that is not here says nothing.
 *
 * docs.antom.com and @mini-types/my 3.0.14, read 2026-11. Not failures, since the money may have moved: 8000 and 6004
 * (unknown by name), 6002 (network), 5000 (the same trade asked twice), 7001 (the wallet broke off), 99 (left by way of
 * the forgotten password).
 */
export const alipayClaim = (resultCode: string): Claim => {
  if (resultCode === '9000') return { is: 'claimed' }
  if (resultCode === '6001') return { is: 'cancelled' }
  if (resultCode === '4000' || resultCode === '4') return { is: 'failed', reason: resultCode }
  return { is: 'unknown' }
}
