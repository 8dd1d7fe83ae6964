/** The contract's three calls, the same for every framework. */
import type { closeRequest, prepareRequest, statusRequest } from 'isopay/contract'
import type * as z from 'zod'
import type { Wallet } from '../merchant/wallet.ts'
import { identified } from './identity.ts'
import { currency, isOpen, secondsLeft, watchMoney, wordOn } from './money.ts'
import { refusal } from './refusal.ts'
import { type Order, openStore, type Payment } from './store.ts'

type Prepare = z.infer<typeof prepareRequest>

const busy = (why: string) => refusal(409, 'order_busy', why)

/** How long money can come by each way, in seconds, and where it works. */
const ways = {
  qr: { seconds: 900, works: () => true },
  'wechat.bridge': { seconds: 900, works: (platform: string) => platform === 'wechat-browser' },
  redirect: { seconds: 300, works: (platform: string) => /^(?:mobile|app)-browser$/.test(platform) },
}

const sweepMs = 10_000

const isWay = (kind: string): kind is keyof typeof ways => Object.hasOwn(ways, kind)

export const openCounter = (wallet: Wallet, pages: readonly string[]) => {
  const store = openStore()
  const { look, retire, lookAround, hear, sweep } = watchMoney(store, wallet)
  // It keeps no process alive.
  setInterval(() => sweep().catch((error) => console.error('sweep:', error)), sweepMs).unref()

  const orderOf = (handle: string): Order => {
    const order = store.findOrder(handle)
    if (!order) throw refusal(404, 'order_unknown', 'There is no such order')
    return order
  }
  const own = (payment: Payment | undefined, order: Order) => {
    if (payment && payment.order !== order) throw refusal(409, 'payment_conflict', 'This id belongs to another order')
    return payment
  }
  /** One at a time for an order. */
  const inTurn = <T>(order: Order, work: () => Promise<T>): Promise<T> => {
    const mine = order.turn.then(work, work)
    order.turn = mine
    return mine
  }

  /** The first kind that works there; once there is one, it stays (R2). */
  const choose = ({ accepts, platform, wallet: wanted = wallet.name }: Prepare, fixed: string | null) => {
    const kind = fixed ?? accepts.find((each) => isWay(each) && ways[each].works(platform))
    if (fixed && (wanted !== wallet.name || !accepts.includes(fixed)))
      throw refusal(409, 'channel_fixed', `This payment is under way by ${fixed}`)
    if (!kind || !isWay(kind) || wanted !== wallet.name)
      throw refusal(422, 'unsupported', 'No accepted way works there')
    return kind
  }

  /** Written before the wallet is called; the same id and the same end each time, so that it opens one order (R2, R4). */
  const open = async (payment: Payment, kind: keyof typeof ways, { platform, returnUrl }: Prepare, payerIp: string) => {
    const { id, order, value } = payment
    if (!payment.kind) Object.assign(payment, { kind, expiresAt: Date.now() + ways[kind].seconds * 1000 })
    const by = { platform, returnUrl, payer: payment.payer, payerIp, expiresAt: new Date(payment.expiresAt) }
    const opened = await wallet.open(kind, { payment: id, value, currency, title: order.title, ...by })
    if (opened === 'silent') throw refusal(503, 'wallet_silent', 'The wallet did not answer; ask again')
    if ('action' in opened) payment.action = opened.action
    else if ((await look(payment)).state === 'absent') payment.kind = null
    if ('refused' in opened && !order.paidBy) throw refusal(502, 'wallet_refused', 'The wallet refused the order')
  }

  const retireOthers = async (order: Order, but: Payment) => {
    for (const other of store.paymentsOf(order)) {
      if (other !== but && isOpen(other)) await retire(other)
      if (other !== but && isOpen(other)) throw busy('An earlier payment of this order is unresolved')
    }
  }

  const acted = async (order: Order, payment: Payment, asked: Prepare, payerIp: string) => {
    const stands = payment.value === order.value && !payment.closing && secondsLeft(payment) > 0
    if (!stands) await retire(payment)
    if (!stands && isOpen(payment)) throw busy('This payment is being closed')
    if (!stands) return null
    const kind = choose(asked, payment.kind)
    const shown = {
      order: order.handle,
      payee: wallet.payee,
      title: order.title,
      amount: { value: order.value, currency },
    }
    const trip = kind === 'wechat.bridge' ? await identified(wallet, payment, asked) : null
    if (trip) return { payment: payment.id, expiresInSeconds: 300, action: trip, ...shown }
    if (!payment.action) await retireOthers(order, payment)
    if (!payment.action && !order.paidBy) await open(payment, kind, asked, payerIp)
    if (!isOpen(payment)) return null
    return { payment: payment.id, expiresInSeconds: secondsLeft(payment), action: payment.action, ...shown }
  }

  const prepare = async (asked: Prepare, payerIp: string) => {
    const { returnUrl } = asked
    if (returnUrl && !(URL.canParse(returnUrl) && pages.includes(new URL(returnUrl).origin)))
      throw refusal(422, 'return_url_refused', 'returnUrl is not on one of the shop’s own origins')
    const order = orderOf(asked.order)
    return inTurn(order, async () => {
      const payment = store.register(asked.payment, order, 'pending')
      own(payment, order)
      const known = await lookAround(order)
      const word = wordOn(order, payment.id, payment)
      if (word.status !== 'pending') return word
      if (!known || payment.status === 'paid') throw busy('What became of a payment is not known yet')
      return (await acted(order, payment, asked, payerIp)) ?? wordOn(order, payment.id, payment)
    })
  }

  const status = async ({ payment: id, order: handle, nonce }: z.infer<typeof statusRequest>) => {
    const order = orderOf(handle)
    const payment = own(store.findPayment(id), order)
    const known = await lookAround(order)
    const word = wordOn(order, id, payment)
    if (word.status === 'pending' && !known) throw refusal(503, 'wallet_silent', 'The wallet did not answer; ask again')
    return { ...word, nonce }
  }

  /** Remembered even where the id was never heard of: a row that is closed from the start (R4). */
  const close = async ({ payment: id, order: handle }: z.infer<typeof closeRequest>) => {
    const order = orderOf(handle)
    return inTurn(order, async () => {
      const payment = store.register(id, order, 'closed')
      own(payment, order)
      payment.closing = true
      await retire(payment)
      return wordOn(order, id, payment)
    })
  }

  return { addOrder: store.addOrder, prepare, status, close, hear }
}
