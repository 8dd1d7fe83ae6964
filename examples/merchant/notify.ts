/** Hears what the wallets tell. Forged or foreign letters change nothing; what is odd is asked again at the gateway. */
import { look } from './look.ts'
import type { Office } from './office.ts'
import { findPayment, type Payment } from './payments.ts'
import { recordReturned } from './refunds.ts'
import { settle } from './settle.ts'
import type { Letter, Notice, Reply, Wallet } from './wallet.ts'

/** What became of the news: kept beside it, for a person to read. */
const act = async (office: Office, wallet: Wallet, payment: Payment, { news }: Notice): Promise<string> => {
  if (payment.wallet !== wallet.name) return 'not this wallet’s payment'
  if (news.state === 'returned') {
    await recordReturned(office, payment, news)
    return 'refund recorded'
  }
  if (news.state === 'paid' && (await settle(office, payment, news))) return 'paid'
  return `looked: ${(await look(office, payment)).state}`
}

const note = ({ store }: Office, wallet: Wallet, { id, payment }: Notice, outcome: string) =>
  store.sql(`insert into notifications (wallet, id, payment, outcome) values ($1, $2, $3, $4) on conflict do nothing`, [
    wallet.name,
    id,
    payment,
    outcome,
  ])

/** Accepts what is the wallet's, each time it is told: only the first time changes anything. */
export const hear = async (office: Office, wallet: Wallet, letter: Letter): Promise<Reply> => {
  const notice = await wallet.readNotice(letter)
  if (!notice) return wallet.replies.refused
  const payment = await findPayment(office, notice.payment)
  if (!payment) return wallet.replies.refused
  // Written down after it was acted on: an act that fails is not accepted, and the wallet tells it again.
  await note(office, wallet, notice, await act(office, wallet, payment, notice))
  return wallet.replies.accepted
}
