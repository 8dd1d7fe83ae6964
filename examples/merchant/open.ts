/** Opens the one wallet order of a payment, after everything else of its order is closed. */
import type { Choice } from './choose.ts'
import { chargeCode } from './codes.ts'
import { busy, refusal, silent } from './errors.ts'
import { look, retire } from './look.ts'
import type { Office } from './office.ts'
import { findOrder, type Order } from './orders.ts'
import { openPayments, type Payment, readPayment } from './payments.ts'
import { another, isOurTurn } from './turn.ts'
import type { Opened } from './wallet.ts'

/** What is opened, and in which turn of its order. */
export interface Opening {
  order: Order
  payment: Payment
  turn: string
}

/** Where and from where the payer pays. */
export interface Payer {
  platform: string
  payer: string | null
  payerIp: string
  returnUrl?: string | undefined
  /** What the payer showed, where the way of paying is a payment code. */
  code?: string | undefined
}

/** Closes the order's other payments at their wallets; one that cannot be closed keeps the order busy (R3). */
const retireOthers = async (office: Office, order: string, but: string) => {
  for (const other of await openPayments(office, order)) {
    if (other.id === but) continue
    const { status } = await retire(office, other)
    if (status === 'pending') throw busy('An earlier payment of this order is unresolved', 5)
  }
}

/** Written before the wallet is called: what is asked of it is known even if its answer never comes (R4). */
const commit = async (office: Office, { payment, turn }: Opening, { wallet, kind }: Choice): Promise<Payment> => {
  const code = kind === 'code'
  const asked = code ? office.codeSeconds?.[wallet.name] : office.lifeSeconds
  const seconds = asked ?? wallet.ways[kind]?.lifeSeconds
  const [ours] = await office.store.sql(
    `update payments set wallet = $3, channel = $4, opened_at = now(), action = $6::jsonb,
     expires_at = coalesce(expires_at, date_trunc($7, now()) + make_interval(secs => $5))
     where id = $1 and ${isOurTurn} returning id`,
    [
      payment.id,
      turn,
      wallet.name,
      kind,
      seconds,
      code ? JSON.stringify({ kind }) : null,
      code ? 'millisecond' : 'second',
    ],
  )
  if (!ours) throw another()
  return readPayment(office, payment.id)
}

/** Who was held up past the turn finds what the next one opened, whose wallet code may have ended this one's. */
const keep = async (office: Office, opening: Opening, opened: Opened): Promise<Payment> => {
  if (opened === 'silent') throw silent()
  if ('refused' in opened) return forget(office, opening, opened.refused)
  const { payment, turn } = opening
  await office.store.sql(`update payments set action = $3::jsonb where id = $1 and ${isOurTurn}`, [
    payment.id,
    turn,
    JSON.stringify(opened.action),
  ])
  const now = await readPayment(office, payment.id)
  if (now.status === 'pending' && !now.action) throw another()
  return now
}

/** A refusal may mean that the wallet has this order already, and even that it is paid; else nothing was opened. */
const forget = async (office: Office, { payment, turn }: Opening, reason: string): Promise<Payment> => {
  const seen = await look(office, payment)
  const now = await readPayment(office, payment.id)
  if (now.status !== 'pending') return now
  const unopened = `update payments set wallet = null, channel = null, expires_at = null where id = $1 and ${isOurTurn}`
  if (seen.state === 'absent') await office.store.sql(unopened, [now.id, turn])
  throw refusal('wallet_refused', `The wallet refused the order: ${reason}`)
}

/** The payment with its action, or with the final word that came instead. */
export const open = async (office: Office, opening: Opening, choice: Choice, { code, ...by }: Payer) => {
  const { order, turn } = opening
  await retireOthers(office, order.handle, opening.payment.id)
  // Closing may have brought to light that one of them was paid.
  if ((await findOrder(office, order.handle)).paidBy !== null) return opening.payment
  const payment = await commit(office, opening, choice)
  const { id, value, currency, expiresAt } = payment
  if (expiresAt === null) throw new Error('A payment was committed without its end')
  const charge = { payment: id, value, currency, title: order.title, expiresAt, ...by }
  if (code !== undefined) return chargeCode(office, payment, choice, charge, code)
  return keep(office, { order, payment, turn }, await choice.wallet.open(choice.kind, charge))
}
