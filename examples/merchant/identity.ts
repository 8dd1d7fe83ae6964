/** Who pays, where the wallet must know it: asked once, and kept with the payment (R5). */
import type { Choice } from './choose.ts'
import { refusal, silent } from './errors.ts'
import type { Office } from './office.ts'
import type { Payment } from './payments.ts'
import type { Action, CodeKind } from './wallet.ts'

interface Asked {
  identity?: { kind: string; value: string } | undefined
  returnUrl?: string | undefined
}

const exchange = async (
  office: Office,
  { wallet, kind: way }: Choice,
  payment: Payment,
  code: string,
  kind: CodeKind,
) => {
  const answer = await wallet.identify(code, kind)
  if (answer === 'silent') throw silent()
  // Not a second trip to the login page: a payer who taps again asks for that himself.
  if ('refused' in answer) throw refusal('identity_refused', `The wallet refused the code: ${answer.refused}`)
  const kept = 'update payments set payers = payers || jsonb_build_object($2::text, $3::text) where id = $1'
  await office.store.sql(kept, [payment.id, way, answer.payer])
  return answer.payer
}

const authorize = ({ wallet }: Choice, payment: Payment, returnUrl: string | undefined): Action => {
  if (returnUrl === undefined) throw refusal('bad_request', 'returnUrl is needed where the payer has to log in')
  return { kind: 'authorize', url: wallet.authorizeUrl(payment.id, returnUrl) }
}

/** The payer if the way of paying needs one, or a page's trip that finds out. A code that was used already is not sent on. */
export const identified = async (office: Office, choice: Choice, payment: Payment, asked: Asked) => {
  const { payerBy } = choice.wallet.ways[choice.kind] ?? {}
  if (payerBy === undefined) return { payer: null }
  if (Object.hasOwn(payment.payers, choice.kind)) return { payer: payment.payers[choice.kind] ?? null }
  if (asked.identity?.kind === payerBy)
    return { payer: await exchange(office, choice, payment, asked.identity.value, payerBy) }
  if (payerBy === 'oauth-code') return { trip: authorize(choice, payment, asked.returnUrl) }
  throw refusal('identity_refused', 'A mini program’s order needs its login code: it has no page to log in on')
}
