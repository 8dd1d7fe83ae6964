/** One id is one payment of one order: however often, wherever and with whatever it is asked again. */
import { hasAction, isRefused } from './trial.ts'
import type { Body, Came, Check } from './words.ts'

/** What names the wallet order inside an action. Signatures may be made anew, the order behind them may not. */
const orderIn = ({ body }: Came): unknown => {
  const { content, package: prepay, tradeNO, url, orderStr } = Object(body.action)
  return content ?? prepay ?? tradeNO ?? url ?? orderStr
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

const atOnce: Check = {
  id: 'same-action-at-once',
  rule: 'R2',
  title: 'Opens one wallet order where it is asked twice at once',
  why: 'A double tap sends two prepares in the same millisecond: both look first, see nothing, and both open an order.',
  change:
    'Insert the row (unique id) before the wallet is called, and let the second wait for it or answer 409 order_busy.',
  run: async (trial) => {
    const { order } = await trial.standing()
    const payment = trial.newId()
    const answers = await Promise.all([1, 2, 3].map(() => trial.prepare(payment, order)))
    const opened = new Set(answers.filter((came) => hasAction({ came })).map(orderIn))
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
    const came = await trial.prepare(payment, await trial.other())
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
    const came = await trial.status(payment, await trial.other())
    const { http, body } = came
    if (isRefused(came) || (body.status === 'pending' && body.phase === 'not-found')) return undefined
    return `status of one order’s payment under another’s name was answered with HTTP ${http}, ${JSON.stringify(body.status)}`
  },
}

const otherWallet = (content: unknown): Body => ({
  wallet: typeof content === 'string' && content.startsWith('weixin:') ? 'alipay' : 'wechat',
})

const fixedChannel: Check = {
  id: 'channel-fixed',
  rule: 'R2',
  title: 'Keeps a payment with the wallet that it began with',
  why: 'One id with two wallets is two payable orders at once: both can be paid, and one row cannot say which was.',
  change: 'Keep wallet and channel with the first action; answer 409 channel_fixed where another is asked for.',
  run: async (trial) => {
    const { payment, order, came } = await trial.standing()
    const again = await trial.prepare(payment, order, otherWallet(orderIn(came)))
    const differs = hasAction({ came: again }) && orderIn(again) !== orderIn(came)
    return differs ? 'with another wallet the same payment got another wallet’s action' : undefined
  },
}

export const oneId: readonly Check[] = [sameAction, ofOneOrder, ofOtherOrder, fixedChannel]
export const atTheSameTime: readonly Check[] = [atOnce]
