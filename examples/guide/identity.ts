/** Who pays, where the wallet must know it: asked once, and kept with the payment (R5). */
import type { Wallet } from '../merchant/wallet.ts'
import { refusal } from './refusal.ts'
import type { Payment } from './store.ts'

interface Asked {
  identity?: { kind: string; value: string } | undefined
  returnUrl?: string | undefined
}

/** Null where the payer is known now, else the trip to the wallet's login page. A code that was used is not sent again. */
export const identified = async (wallet: Wallet, payment: Payment, { identity, returnUrl }: Asked) => {
  if (payment.payer !== null) return null
  if (identity?.kind === 'oauth-code') {
    const told = await wallet.identify(identity.value, 'oauth-code')
    if (told === 'silent') throw refusal(503, 'wallet_silent', 'The wallet did not answer; ask again')
    if ('refused' in told) throw refusal(422, 'identity_refused', 'The wallet refused the code')
    payment.payer = told.payer
    return null
  }
  if (returnUrl === undefined) throw refusal(400, 'bad_request', 'returnUrl is needed where the payer has to log in')
  return { kind: 'authorize', url: wallet.authorizeUrl(payment.id, returnUrl) }
}
