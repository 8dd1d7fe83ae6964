/** Looks at the wallet's gateway, so that `pending` is fresh (R6) and a lost notification loses nothing. */
import type { Office } from './office.ts'
import { finish, openPayments, type Payment, readPayment } from './payments.ts'
import { settle } from './settle.ts'
import { tell } from './wake.ts'
import type { Seen } from './wallet.ts'

const freshSeconds = 2
/** After the last moment at which money could come, clocks may still differ by this much. */
const graceSeconds = 30

/** Writes down that the wallet says unpaid, and what it adds. */
export const note = async ({ store }: Office, payment: Payment, phase: string | null) => {
  await store.sql('update payments set looked_at = now(), phase = $2 where id = $1', [payment.id, phase])
  if (phase !== payment.phase) await tell(store.sql, payment.order)
}

/** Asks the wallet and writes down what it says. */
export const look = async (office: Office, payment: Payment): Promise<Seen> => {
  if (payment.wallet === null) return { state: 'absent' }
  const seen = await office.wallets[payment.wallet].query(payment.id, payment.channel)
  if (seen.state === 'paid' && !(await settle(office, payment, seen)))
    console.error(`payment ${payment.id}: the wallet took another amount than was asked for`)
  if (seen.state === 'closed' || seen.state === 'failed') await finish(office, payment, seen.state)
  if (seen.state === 'open' || seen.state === 'absent')
    await note(office, payment, seen.state === 'open' ? (seen.phase ?? null) : null)
  return seen
}

/** A code is reversed when its time is up or somebody asked, and not before its wallet takes that. */
const mayReverse = (
  { wallets }: Office,
  { wallet, reversing, closeAsked, secondsLeft, openedAge }: Payment,
): boolean => {
  if (wallet === null) return false
  const wanted = reversing || closeAsked || (secondsLeft ?? 0) <= 0
  return wanted && (openedAge ?? 0) >= wallets[wallet].codes.reverseAfter
}

/** Written before the wallet is called: money that is seen from then on goes back, and pays nothing. */
const reverse = async ({ store, wallets }: Office, { id, wallet }: Payment): Promise<boolean> => {
  const begun = `update payments set reversing = true where id = $1 and status = 'pending' returning id`
  if (wallet === null || (await store.sql(begun, [id])).length === 0) return false
  return (await wallets[wallet].reverse(id)) === 'closed'
}

const end = async (office: Office, payment: Payment): Promise<boolean> => {
  const { wallet, channel } = payment
  if (wallet === null) return false
  if (channel !== 'code') return (await office.wallets[wallet].close(payment.id)) === 'closed'
  return mayReverse(office, payment) && reverse(office, payment)
}

/**
 * Tries to end a payment at the wallet. What comes back is its row: still `pending` where the wallet would not say that
 * it is closed, for then money may still come (R3). A payer who is typing a password is not interrupted, but for a payment
 * code whose time is up: typing is what that time is for.
 */
export const retire = async (office: Office, payment: Payment): Promise<Payment> => {
  if (payment.status !== 'pending') return payment
  if (payment.wallet === null || payment.channel === null) return finish(office, payment, 'closed')
  const seen = await look(office, payment)
  const now = await readPayment(office, payment.id)
  const typing = seen.state === 'open' && seen.phase === 'user-paying' && now.channel !== 'code'
  if (now.status !== 'pending' || seen.state === 'silent' || typing) return now
  const lapsed = seen.state === 'absent' && (now.secondsLeft ?? 0) < -graceSeconds
  const closed = lapsed || (await end(office, now))
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
