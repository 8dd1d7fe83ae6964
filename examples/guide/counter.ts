/** What a merchant's server must keep, with one wallet, paid by a code on a screen. Its maps stand for tables. */
import { closeRequest, prepareRequest, statusRequest } from 'isopay/contract'
import type { Letter, Money, Notice, Opened, Wallet } from '../merchant/wallet.ts'

const currency = 'CNY'
const requests = { prepare: prepareRequest, status: statusRequest, close: closeRequest }
export type Order = { handle: string; title: string; value: number; paidBy?: Payment }
type State = 'not-found' | 'open' | 'closing' | 'refunding' | 'closed' | 'failed' | 'refunded' | 'paid'
type Payment = { id: string; order: Order; value: number; state: State; endsAt: number; opened?: Promise<Opened> }
/** Thrown: HTTP answers with `status` and `answer`. After `retryAfterSeconds` it is worth asking again. */
export const refusal = (status: number, code: string, message: string, retryAfterSeconds?: number) =>
  Object.assign(new Error(message), { status, answer: { error: { code, message }, retryAfterSeconds } })
/** What HTTP answers to whatever was thrown. A framework's own error has a status; the rest is for the shop's log. */
export const told = (thrown: unknown) => {
  const { status = 500, answer = { error: { code: `http_${status}`, message: 'See the status' } } } = Object(thrown)
  if (status === 500) console.error(thrown)
  return [answer, status] as const
}
const silent = () => refusal(503, 'wallet_silent', 'The wallet did not answer; ask again', 2)
const isOpen = ({ state }: Payment) => state === 'open' || state === 'closing'
const secondsLeft = ({ endsAt }: Payment) => Math.floor((endsAt - Date.now()) / 1000)
const mustEnd = (each: Payment) => each.state === 'closing' || secondsLeft(each) <= 0 || each.value !== each.order.value
const amountOf = ({ value }: Order) => ({ value, currency })
const named = ({ id, order }: Payment) => ({ payment: id, order: order.handle, amount: amountOf(order) })

export const openCounter = (wallet: Wallet, orders: ReadonlyMap<string, Order>) => {
  const payments = new Map<string, Payment>()
  const refunds = new Map<string, { payment: Payment; value: number }>()
  const openOf = (order: Order) => [...payments.values()].filter((each) => each.order === order && isOpen(each))
  /** The row is there before any wallet is called (R4), and an id is one order's for ever (R2). */
  const find = ({ payment: id, order: handle }: { payment: string; order: string }) => {
    const order = orders.get(handle)
    if (!order) throw refusal(404, 'order_unknown', 'There is no such order')
    const payment: Payment = payments.get(id) ?? { id, order, value: order.value, state: 'not-found', endsAt: 0 }
    if (payment.order !== order) throw refusal(409, 'payment_conflict', 'This id belongs to another order')
    payments.set(id, payment)
    return payment
  }
  /** An order that is paid says so whichever payment was asked about (R1), and after a part went back, too (R8). */
  const wordOn = (payment: Payment) => {
    const by = payment.order.paidBy ?? payment
    if (!/closed|failed|refunded|paid/.test(by.state)) return { ...named(payment), status: 'pending', phase: by.state }
    const back = [...refunds.values()].reduce((sum, each) => sum + (each.payment === by ? each.value : 0), 0)
    const refunded = back > 0 ? { value: back } : undefined
    const status = back >= by.value ? 'refunded' : by.state
    return { ...named(payment), status, paidBy: payment.order.paidBy?.id, refunded }
  }
  /** Told again it changes nothing. Money that does not buy the order goes back, by one refund (R1, R7). */
  const settle = async (payment: Payment, money: Money) => {
    const { id, order, value, state } = payment
    if (money.value !== value || money.currency !== currency || state === 'paid' || state === 'refunded') return
    if (state !== 'refunding' && !order.paidBy && order.value === value) order.paidBy = payment
    payment.state = order.paidBy === payment ? 'paid' : 'refunding'
    const refund = { id: `${id}-0`, payment: id, value, total: value, currency, reason: 'surplus' }
    if (payment.state === 'refunding' && (await wallet.refund(refund)) === 'done') payment.state = 'refunded'
  }
  /** Only the wallet's own word ends a payment; a payer who types is not interrupted. False where it says nothing. */
  const ask = async (payment: Payment, ends = mustEnd(payment)) => {
    const seen = await wallet.query(payment.id, 'qr')
    if (seen.state === 'paid') await settle(payment, seen)
    const isIdle = seen.state === 'absent' || (seen.state === 'open' && seen.phase !== 'user-paying')
    const isLapsed = seen.state === 'absent' && secondsLeft(payment) < -30
    const isClosed = isLapsed || (ends && isIdle && (await wallet.close(payment.id)) === 'closed')
    if (isOpen(payment) && (isClosed || seen.state === 'closed' || seen.state === 'failed')) payment.state = 'closed'
    return seen.state !== 'silent'
  }
  /** Marked before the wallet is called; the same id and end each time, so that it opens one order (R2, R4). */
  const open = async (payment: Payment, platform: string) => {
    const { title, value } = payment.order
    if (!isOpen(payment)) Object.assign(payment, { state: 'open', value, endsAt: Date.now() + 900_000 })
    const charge = { payment: payment.id, title, value, currency, platform, expiresAt: new Date(payment.endsAt) }
    payment.opened ??= wallet.open('qr', { ...charge, payer: null, payerIp: '' }).catch(() => 'silent' as const)
    const opened = await payment.opened
    if (opened === 'silent') delete payment.opened
    if (opened === 'silent') throw silent()
    if ('refused' in opened) console.error(`${payment.id} is refused by the wallet: ${opened.refused}`)
    if ('refused' in opened && isOpen(payment)) payment.state = 'failed'
    if ('refused' in opened || !isOpen(payment)) return wordOn(payment)
    const { action } = opened
    return { ...named(payment), expiresInSeconds: secondsLeft(payment), action, payee: wallet.payee, title }
  }
  /** JSON alone, which no foreign form sends unasked (R7); a look (R6); a word. Before one opens, others end (R3). */
  const answer = async (call: keyof typeof requests, type = '', body: unknown) => {
    if (!/^application\/json\b/i.test(type)) throw refusal(415, 'not_json', 'The content type is not application/json')
    const { data: asked } = requests[call].safeParse(body)
    if (!asked) throw refusal(400, 'bad_request', 'The body does not fit the schema')
    const payment = find(asked)
    if (call === 'close' && payment.state === 'not-found') payment.state = 'closed'
    if (call === 'close' && payment.state === 'open') payment.state = 'closing'
    const wanted = call === 'prepare' ? prepareRequest.parse(body) : null
    const isOurs = wanted?.accepts.includes('qr') && (wanted.wallet ?? wallet.name) === wallet.name
    const mustGo = (each: Payment) => mustEnd(each) || (isOurs && payment.state === 'not-found')
    const heard = await Promise.all(openOf(payment.order).map((each) => ask(each, mustGo(each))))
    const word = { ...wordOn(payment), ...('nonce' in asked && { nonce: asked.nonce }) }
    if (word.status !== 'pending') return word
    if (!wanted && heard.includes(false)) throw silent()
    if (!wanted) return word
    if (!isOurs && isOpen(payment)) throw refusal(409, 'channel_fixed', 'It is under way by a code')
    if (!isOurs) throw refusal(422, 'unsupported', 'It is paid by a code alone')
    if (heard.includes(false) || payment.state === 'refunding' || openOf(payment.order).some(mustGo))
      throw refusal(409, 'order_busy', 'An earlier payment is unresolved', 2)
    return open(payment, wanted.platform)
  }
  const hear = async (letter: Letter) => {
    const { payment: id = '', news }: Partial<Notice> = (await wallet.readNotice(letter)) ?? {}
    const payment = payments.get(id)
    if (!payment) return wallet.replies.refused
    if (news?.state === 'paid') await settle(payment, news)
    if (news?.state === 'returned') refunds.set(news.id, { payment, value: news.value })
    return wallet.replies.accepted
  }
  /** Finds lost notifications though nobody asks, ends what is over, and sends a refund that was not taken again. */
  const sweep = async () => {
    for (const each of payments.values())
      if (isOpen(each) || each.state === 'refunding') await ask(each).catch(console.error)
    setTimeout(sweep, 10_000).unref()
  }
  setTimeout(sweep, 10_000).unref()
  return { answer, hear }
}
