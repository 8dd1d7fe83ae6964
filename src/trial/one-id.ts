/** One id is one payment of one order: however often, wherever and with whatever it is asked again. */
import { codeOf, inWords, isBusy, statusIn } from './came.ts'
import { whereFree } from './free.ts'
import { codeIn, hasAction, isRefused } from './trial.ts'
import { type Body, type Came, type Check, type Trial, unchecked } from './words.ts'

/** Of signed fields those that name the order; all, where none is known. */
const unsigned = (fields: unknown): unknown => {
  const { prepayid, out_trade_no, biz_content } = Object(fields)
  return prepayid ?? out_trade_no ?? biz_content ?? fields
}

/** What names the wallet order inside an action. Signatures may be made anew, the order behind them may not. */
const orderIn = ({ body }: Came): string => {
  const { content, package: prepay, tradeNO, orderStr, params, fields, url } = Object(body.action)
  const named = content ?? prepay ?? tradeNO ?? orderStr ?? unsigned(params) ?? unsigned(fields) ?? url
  if (named === undefined) throw unchecked('an action that names its wallet order (--accepts qr)')
  return JSON.stringify(named)
}

/** A second order that the server does not have, or that is busy, tells nothing of the first one's payment. */
const known = (came: Came): Came => {
  if (codeOf(came) === 'order_unknown' || isBusy(came))
    throw unchecked('a second order that can be paid', `it was answered ${inWords(came)}`)
  return came
}

const sameAction: Check = {
  id: 'same-action',
  rule: 'R2',
  title: 'Answers the same payment with the same action',
  why: 'A reload, a retry or a second tab asks again with the same id. A second wallet order for it is a payer who pays twice.',
  change:
    'Keep the action in the row of the payment (unique id) and answer it again; use the id as the wallet’s trade number.',
  run: async (trial) => {
    const { payment, order, came } = await trial.standing()
    const again = await trial.prepare(payment, order)
    if (!hasAction({ came: again })) return `asked again, prepare answered HTTP ${again.http} without an action`
    return orderIn(again) === orderIn(came)
      ? undefined
      : 'asked again with the same id, prepare opened another wallet order'
  },
}

const thrice = (trial: Trial) => (order: string) => {
  const payment = trial.newId()
  const ask = async () => ({ came: await trial.prepare(payment, order) })
  return Promise.all([ask(), ask(), ask()] as const)
}

const atOnce: Check = {
  id: 'same-action-at-once',
  rule: 'R2',
  title: 'Opens one wallet order where it is asked twice at once',
  why: 'A double tap sends two prepares in the same millisecond: both look first, see nothing, and both open an order.',
  change:
    'Insert the row (unique id) before the wallet is called, and let the second wait for it or answer 409 order_busy.',
  run: async (trial) => {
    const answers = (await whereFree(trial, thrice(trial))).map(({ came }) => came)
    const opened = new Set(answers.filter((came) => hasAction({ came })).map(orderIn))
    if (opened.size === 0)
      throw unchecked('a new payment with an action', `three prepares were answered ${answers.map(inWords).join(', ')}`)
    return opened.size > 1 ? `three prepares at once with one id opened ${opened.size} wallet orders` : undefined
  },
}

const ofOneOrder: Check = {
  id: 'id-of-one-order',
  rule: 'R2',
  title: 'Refuses an id that belongs to another order',
  why: 'The payment of a cheap order would become the payment of a dear one, or pay both.',
  change: 'Keep the order in the row of the payment; answer 409 payment_conflict where another one is named.',
  run: async (trial) => {
    const { payment } = await trial.standing()
    const came = known(await trial.prepare(payment, await trial.other()))
    return isRefused(came) ? undefined : `the id of another order’s payment was prepared with HTTP ${came.http}`
  },
}

const ofOtherOrder: Check = {
  id: 'status-of-another-order',
  rule: 'R1',
  title: 'Gives no word on a payment under another order’s name',
  why: 'Whoever has one paid order shows its payment with any other order, and that one seems paid.',
  change: 'Look payments up by payment and order together; answer 409, or `pending` with phase `not-found`.',
  run: async (trial) => {
    const { payment } = await trial.standing()
    const came = known(await trial.status(payment, await trial.other()))
    const { http, body } = came
    if (isRefused(came) || (body.status === 'pending' && body.phase === 'not-found')) return undefined
    return `status of one order’s payment under another’s name was answered with HTTP ${http}, and says ${statusIn(body)}`
  },
}

const otherWallet = (content: string): Body => ({ wallet: content.startsWith('weixin:') ? 'alipay' : 'wechat' })

const fixedChannel: Check = {
  id: 'channel-fixed',
  rule: 'R2',
  title: 'Keeps a payment with the wallet that it began with',
  why: 'One id with two wallets is two payable orders at once: both can be paid, and one row cannot say which was.',
  change: 'Keep wallet and channel with the first action; answer 409 channel_fixed where another is asked for.',
  run: async (trial) => {
    const { payment, order, came } = await trial.standing()
    const other = otherWallet(codeIn({ came }))
    const again = await trial.prepare(payment, order, other)
    if (codeOf(again) === 'unsupported' || isBusy(again))
      throw unchecked(
        'a server that takes two wallets',
        `asked for ${other.wallet}, prepare was answered ${inWords(again)}`,
      )
    const differs = hasAction({ came: again }) && orderIn(again) !== orderIn(came)
    return differs ? 'with another wallet the same payment got another wallet’s action' : undefined
  },
}

export const oneId: readonly Check[] = [sameAction, ofOneOrder, ofOtherOrder, fixedChannel]
export const atTheSameTime: readonly Check[] = [atOnce]
