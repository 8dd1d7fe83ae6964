/** What became of the money: the wallet is asked, and the order is the truth. The same for every framework. */
import type { Money, Notice, Seen, Wallet } from '../merchant/wallet.ts'
import type { Order, Payment, Store } from './store.ts'

export const currency = 'CNY'
const freshMs = 2000
/** After the last moment at which money could come, clocks may still differ by this much. */
const graceSeconds = 30

export const isOpen = ({ status, kind }: Payment): boolean => status === 'pending' && kind !== null

export const secondsLeft = ({ expiresAt }: Payment): number => Math.floor((expiresAt - Date.now()) / 1000)

const refunded = ({ refunds }: Payment): number => [...refunds.values()].reduce((sum, value) => sum + value, 0)

const isFresh = ({ lookedAt }: Payment): boolean => Date.now() - lookedAt < freshMs

export const watchMoney = (store: Store, wallet: Wallet) => {
  /** The one place that says paid. Told again it changes nothing; money that does not buy the order goes back (R1, R7). */
  const settle = async (payment: Payment, money: Money): Promise<void> => {
    const { id, order, value } = payment
    if (money.value !== value || money.currency !== currency) return
    if (payment.status !== 'paid' && order.paidBy === null && order.value === value) order.paidBy = payment
    payment.status = 'paid'
    if (order.paidBy === payment || refunded(payment) >= value) return
    const back = { id: `${id}-0`, payment: id, value, total: value, currency, reason: 'surplus' }
    if ((await wallet.refund(back)) === 'done') payment.refunds.set(back.id, value)
  }

  const look = async (payment: Payment): Promise<Seen> => {
    const seen = await wallet.query(payment.id, payment.kind)
    if (seen.state !== 'silent') payment.lookedAt = Date.now()
    if (seen.state === 'paid') await settle(payment, seen)
    if ((seen.state === 'closed' || seen.state === 'failed') && isOpen(payment)) payment.status = seen.state
    return seen
  }

  /** Only the wallet's own word closes, and a payer who types is not interrupted. Who stays pending keeps it busy (R3). */
  const retire = async (payment: Payment): Promise<void> => {
    if (payment.status === 'pending' && payment.kind === null) payment.status = 'closed'
    if (!isOpen(payment)) return
    const seen = await look(payment)
    if (seen.state === 'silent' || (seen.state === 'open' && seen.phase === 'user-paying') || !isOpen(payment)) return
    const lapsed = seen.state === 'absent' && secondsLeft(payment) < -graceSeconds
    const closed = lapsed || (await wallet.close(payment.id)) === 'closed'
    if (!isOpen(payment)) return
    if (closed) payment.status = 'closed'
    else await look(payment)
  }

  /** Answers false where the wallet does not say what became of an open payment: then `pending` is not fresh (R6). */
  const lookAround = async (order: Order): Promise<boolean> => {
    const stale = store.paymentsOf(order).filter((payment) => isOpen(payment) && !isFresh(payment))
    for (const payment of stale) await (payment.closing || secondsLeft(payment) <= 0 ? retire(payment) : look(payment))
    return stale.every((payment) => !isOpen(payment) || isFresh(payment))
  }

  /** What the wallet told, its signature checked: what is not clear is asked. */
  const hear = async ({ payment: id, news }: Notice): Promise<boolean> => {
    const payment = store.findPayment(id)
    if (!payment) return false
    if (news.state === 'paid') await settle(payment, news)
    else if (news.state === 'returned') payment.refunds.set(news.id, news.value)
    else await look(payment)
    return true
  }

  /** Ends what nobody asks about any more, and gives back again what the wallet did not take. */
  const sweep = async (): Promise<void> => {
    for (const payment of store.payments()) {
      const surplus = payment.status === 'paid' && payment.order.paidBy !== payment
      if (isOpen(payment) && secondsLeft(payment) <= 0) await retire(payment)
      else if (surplus && refunded(payment) < payment.value) await look(payment)
    }
  }

  return { look, retire, lookAround, hear, sweep }
}

const paidWord = (payment: Payment, paidOrder: boolean) => {
  const back = refunded(payment)
  if (!paidOrder && back < payment.value) return { status: 'pending', phase: 'refunding' }
  const status = back < payment.value ? 'paid' : 'refunded'
  return { status, ...(paidOrder && { paidBy: payment.id }), ...(back > 0 && { refunded: { value: back } }) }
}

/** The server's word: an order that is paid says so whichever of its payments was asked about (R1, R8). */
export const wordOn = (order: Order, id: string, payment: Payment | undefined) => {
  const asked = { payment: id, order: order.handle, amount: { value: order.value, currency } }
  if (order.paidBy) return { ...asked, ...paidWord(order.paidBy, true) }
  if (payment?.status === 'paid') return { ...asked, ...paidWord(payment, false) }
  const unheard = !payment || (payment.status === 'pending' && !payment.kind)
  if (unheard) return { ...asked, status: 'pending', phase: 'not-found' }
  return { ...asked, status: payment.status, ...(payment.closing && isOpen(payment) && { phase: 'closing' }) }
}
