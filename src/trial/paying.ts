/** Paid: only by the wallet's word, and then for every payment of the order and for ever. */
import { statusIn } from './came.ts'
import { codeIn, hasAction } from './trial.ts'
import type { Body, Came, Check, Prepared, Trial } from './words.ts'

/** What pages, wallets' bridges and return addresses say, and what no server may believe. */
const hints: Body = {
  status: 'paid',
  paid: true,
  claim: 'claimed',
  err_msg: 'get_brand_wcpay_request:ok',
  resultCode: '9000',
  trade_status: 'TRADE_SUCCESS',
}

const onlyTheWallet: Check = {
  id: 'paid-by-hint',
  rule: 'R1',
  title: 'Says paid when the wallet has, and not before',
  why: 'A callback that is trusted is a shop that gives its goods away: what the page says, the payer says.',
  change: 'Make `paid` of a verified notification or of your own query at the wallet’s gateway, of nothing else.',
  run: async (trial) => {
    const { payment, order } = await trial.standing()
    const answers = [await trial.status(payment, order), await trial.status(payment, order, hints)]
    answers.push(await trial.prepare(payment, order, hints), await trial.status(payment, order))
    return answers.some(({ body }) => body.status === 'paid')
      ? 'nothing was paid, and the order is said to be paid'
      : undefined
  },
}

const aMomentSeconds = 3
const freshMs = 2100

/** What is said of a payment once the wallet has had time to tell. */
export const saidOf = async (trial: Trial, { payment, order }: Pick<Prepared, 'payment' | 'order'>): Promise<Came> => {
  const held = await trial.status(payment, order, { waitSeconds: aMomentSeconds })
  if (held.body.status === 'paid') return held
  await trial.pause(freshMs)
  return trial.status(payment, order)
}

const told: Check = {
  id: 'paid-is-told',
  rule: 'R1',
  title: 'Says paid, by which payment, whichever payment of the order is asked about',
  why: 'The payer who paid on the phone stands before a page that still shows a code, and pays it too.',
  change: 'Keep `paidBy` with the order and answer from there: status `paid`, no action for any other payment.',
  run: async (trial) => {
    const paid = await trial.paid()
    const { body } = await saidOf(trial, paid)
    if (body.status !== 'paid') return `the order was paid, and status says ${statusIn(body)}`
    if (body.paidBy !== paid.payment) return 'the order was paid, and status does not say by which payment (paidBy)'
    const other = await trial.prepare(trial.newId(), paid.order)
    if (hasAction({ came: other })) return 'the order was paid, and a new payment of it got an action'
    const unheard = await trial.status(trial.newId(), paid.order)
    return unheard.body.status === 'paid' ? undefined : 'asked by another payment, the order is not said to be paid'
  },
}

const paidElsewhere: Check = {
  id: 'paid-elsewhere',
  rule: 'R1',
  title: 'Does not let the payment of one order pay another',
  why: 'One receipt shown for two things: Wang 2011 bought with the payment of an earlier order.',
  change: 'Look payments up by payment and order together.',
  run: async (trial) => {
    const paid = await trial.paid()
    await saidOf(trial, paid)
    const { payment } = paid
    const answers = [await trial.status(payment, trial.order), await trial.prepare(payment, trial.order)]
    return answers.some(({ body }) => body.status === 'paid')
      ? 'an unpaid order is said to be paid by another’s payment'
      : undefined
  },
}

const staysPaid: Check = {
  id: 'close-paid',
  rule: 'R1',
  title: 'Answers a close of what is paid with paid',
  why: 'The money is there. A page that is told "closed" offers to pay again, and the shop never ships.',
  change: 'Ask the wallet before you close, and let paid win: close answers `paid`, and changes nothing.',
  run: async (trial) => {
    const paid = await trial.paid()
    await saidOf(trial, paid)
    const closed = await trial.close(paid.payment, paid.order)
    if (closed.body.status !== 'paid') return `close of a paid order was answered with ${statusIn(closed.body)}`
    const { body } = await trial.status(paid.payment, paid.order)
    return body.status === 'paid' ? undefined : `after a close, status says ${statusIn(body)}`
  },
}

const looks: Check = {
  id: 'fresh',
  rule: 'R6',
  title: 'Looks at the wallet itself where no notification comes',
  why: 'Notifications are lost, late, or blocked by a firewall: the payer has paid and the shop says pending for ever.',
  change: 'Before you answer `pending`, query the wallet’s gateway if your last look is older than 2 s.',
  run: async (trial) => {
    const wallets = trial.wallets()
    const order = await trial.fresh()
    const payment = trial.newId()
    const came = await trial.prepare(payment, order)
    return wallets.during({ notification: 'lost' }, async () => {
      await wallets.pay(codeIn({ came }))
      await trial.pause(freshMs)
      const { body } = await trial.status(payment, order)
      return body.status === 'paid' ? undefined : `paid without a notification, status says ${statusIn(body)}`
    })
  },
}

export const unpaid: readonly Check[] = [onlyTheWallet]
export const money: readonly Check[] = [told, paidElsewhere, staysPaid, looks]
