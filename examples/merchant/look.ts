/** Looks at the wallet's gateway, so that `pending` is fresh (R6) and a lost notification loses nothing. */
import type { Office } from './office.ts'
import { finish, openPayments, type Payment, readPayment } from './payments.ts'
import { settle } from './settle.ts'
import { tell } from './wake.ts'
import type { Seen } from './wallet.ts'

const freshSeconds = 2
/** After the last moment at which money could come, clocks may still differ by this much. */
const graceSeconds = 30

const record = async ({ store }: Office, payment: Payment, phase: string | null) => {
  await store.sql('update payments set looked_at = now(), phase = $2 where id = $1', [payment.id, phase])
  if (phase !== payment.phase) await tell(store.sql, payment.order)
}

/** Asks the wallet and writes down what it says. */
export const look = async (office: Office, payment: Payment): Promise<Seen> => {
  if (payment.wallet === null) return { state: 'absent' }
  const seen = await office.wallets[payment.wallet].query(payment.id)
  if (seen.state === 'paid' && !(await settle(office, payment, seen)))
    console.error(`payment ${payment.id}: the wallet took another amount than was asked for`)
  if (seen.state === 'closed' || seen.state === 'failed') await finish(office, payment, seen.state)
  if (seen.state === 'open' || seen.state === 'absent')
    await record(office, payment, seen.state === 'open' ? (seen.phase ?? null) : null)
  return seen
}

/**
 * Tries to end a payment at the wallet. What comes back is its row: still `pending` where the wallet would not say that
 * it is closed, for then money may still come (R3). A payer who is typing a password is not interrupted.
 */
export const retire = async (office: Office, payment: Payment): Promise<Payment> => {
  if (payment.status !== 'pending') return payment
  if (payment.wallet === null || payment.channel === null) return finish(office, payment, 'closed')
  const seen = await look(office, payment)
  const now = await readPayment(office, payment.id)
  const typing = seen.state === 'open' && seen.phase === 'user-paying'
  if (now.status !== 'pending' || seen.state === 'silent' || typing) return now
  const lapsed = seen.state === 'absent' && (now.secondsLeft ?? 0) < -graceSeconds
  const closed = lapsed || (await office.wallets[payment.wallet].close(payment.id)) === 'closed'
  if (closed) return finish(office, now, 'closed')
  // Refused may mean that the money has just come.
  await look(office, now)
  return readPayment(office, payment.id)
}

const isFresh = ({ lookAge }: Payment) => lookAge !== null && lookAge < freshSeconds

/** Answers false where the wallet did not, so that nothing is known of this payment now. */
const lookAgain = async (office: Office, payment: Payment): Promise<boolean> => {
  if (isFresh(payment)) return true
  const over = payment.closeAsked || (payment.secondsLeft ?? 0) <= 0
  if (!over) return (await look(office, payment)).state !== 'silent'
  const now = await retire(office, payment)
  return now.status !== 'pending' || isFresh(now)
}

/** Brings every payment of the order by which money may still come up to date; false where a wallet was silent. */
export const lookAround = async (office: Office, order: string): Promise<boolean> => {
  let known = true
  for (const payment of await openPayments(office, order)) known = (await lookAgain(office, payment)) && known
  return known
}
