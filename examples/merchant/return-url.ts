/** Where a payer may be sent back to: pages of exactly the origins that the merchant listed (R7). */
import { refusal } from './errors.ts'

export const checkReturnUrl = (publicOrigins: readonly string[], returnUrl: string | undefined) => {
  if (returnUrl === undefined) return
  const allowed = URL.canParse(returnUrl) && publicOrigins.includes(new URL(returnUrl).origin)
  if (!allowed) throw refusal('return_url_refused', 'returnUrl is not on one of the shop’s own origins')
}
