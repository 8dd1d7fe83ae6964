/** *prepare*: the payment's present state for this platform, or the one signed action that gets it paid. */
import type { prepareRequest } from 'isopay/contract'
import type * as z from 'zod'
import { type Choice, choose } from './choose.ts'
import { requiredCode } from './codes.ts'
import { busy, refusal } from './errors.ts'
import { hopTo } from './hop.ts'
import { identified } from './identity.ts'
import { lookAround, retire } from './look.ts'
import type { Office } from './office.ts'
import { type Opening, open } from './open.ts'
import { findOrder, type Order } from './orders.ts'
import { type Payment, readPayment, registerPayment } from './payments.ts'
import { checkReturnUrl } from './return-url.ts'
import { inTurn } from './turn.ts'
import type { Action } from './wallet.ts'
import { refunding, wordOn } from './word.ts'

type PrepareRequest = z.infer<typeof prepareRequest>

/** A login trip lives as long as the wallet's code: 5 minutes. */
const tripSeconds = 300

const answered = (order: Order, payment: Payment, action: Action, payee: string, expiresInSeconds: number) => ({
  payment: payment.id,
  order: order.handle,
  amount: { value: order.value, currency: order.currency },
  expiresInSeconds,
  action,
  payee,
  title: order.title,
})

/** The first payable action fixes the channel (R2): another wallet or way needs another payment. */
const fixedChoice = ({ wallets }: Office, payment: Payment, asked: PrepareRequest): Choice | null => {
  if (payment.wallet === null || payment.channel === null) return null
  const sameWallet = asked.wallet === undefined || asked.wallet === payment.wallet
  if (!sameWallet || !asked.accepts.includes(payment.channel))
    throw refusal('channel_fixed', `This payment is already under way by ${payment.wallet}, ${payment.channel}`)
  return { wallet: wallets[payment.wallet], kind: payment.channel }
}

/** Before anything is opened again: the amount is still the order's, and no close was asked that is still unresolved. */
const payable = async (office: Office, order: Order, payment: Payment): Promise<boolean> => {
  const stands = payment.value === order.value && !payment.closeAsked
  if (stands && (payment.secondsLeft ?? 1) > 0) return true
  if ((await retire(office, payment)).status === 'pending') throw busy('This payment is being closed')
  return false
}

const acted = async (office: Office, opening: Opening, asked: PrepareRequest, payerIp: string) => {
  const { order, payment } = opening
  const choice = fixedChoice(office, payment, asked) ?? choose(office.wallets, asked)
  const { payee } = choice.wallet
  if (payment.action) return answered(order, payment, payment.action, payee, payment.secondsLeft ?? 0)
  const hop = hopTo(choice, order)
  if (hop) return answered(order, payment, hop.action, payee, hop.lifeSeconds)
  const { payer, trip } = await identified(office, choice, payment, asked)
  if (trip) return answered(order, payment, trip, payee, tripSeconds)
  const { platform, returnUrl } = asked
  const code = choice.kind === 'code' ? requiredCode(asked) : undefined
  const opened = await open(office, opening, choice, { platform, returnUrl, payer, payerIp, code })
  if (!opened.action || opened.status !== 'pending') return null
  return answered(order, opened, opened.action, payee, opened.secondsLeft ?? 0)
}

const prepareInTurn = async (office: Office, asked: PrepareRequest, payerIp: string, turn: string) => {
  const order = await findOrder(office, asked.order)
  const { id } = await registerPayment(office, asked.payment, order, 'pending')
  const known = await lookAround(office, order.handle)
  const word = await wordOn(office, order.handle, id)
  if (word.status !== 'pending') return word
  if (!known) throw busy('The wallet does not say what became of a payment')
  if (word.phase === refunding) throw busy('Money that came by this payment is going back')
  const payment = await readPayment(office, id)
  const opening = { order, payment, turn }
  const answer = (await payable(office, order, payment)) && (await acted(office, opening, asked, payerIp))
  return answer || wordOn(office, order.handle, id)
}

export const answerPrepare = async (office: Office, asked: PrepareRequest, payerIp: string) => {
  checkReturnUrl(office.publicOrigins, asked.returnUrl)
  const { handle } = await findOrder(office, asked.order)
  return inTurn(office, handle, (turn) => prepareInTurn(office, asked, payerIp, turn))
}
