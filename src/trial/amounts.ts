/** The amount is the order's own total: always the same, never the payer's, and the present one at each prepare. */
import { inWords, isBusy, statusIn } from './came.ts'
import { prepareWhereFree } from './free.ts'
import { saidOf } from './paying.ts'
import { codeIn, hasAction } from './trial.ts'
import { type Body, type Came, type Check, type Trial, unchecked } from './words.ts'

const amountIn = ({ body }: Came): string => {
  const { value = 'no amount', currency = '' } = Object(body.amount)
  return `${value} ${currency}`.trim()
}

const stands: Check = {
  id: 'amount-stands',
  rule: 'R8',
  title: 'Tells one amount and one currency in every answer',
  why: 'The client compares them before it invokes anything. One that moves stops the payment, or hides another price.',
  change: 'Read value and currency from the order, in prepare, status and close alike.',
  run: async (trial) => {
    const { payment, order, came } = await trial.standing()
    const first = amountIn(came)
    const others: readonly [string, Came][] = [
      ['prepare, asked again,', await trial.prepare(payment, order)],
      ['status', await trial.status(payment, order)],
      ['status, asked again,', await trial.status(payment, order)],
      ['close', await trial.close(trial.newId(), order)],
    ]
    const told = others.filter(([, { http }]) => http < 400)
    if (told.length === 0) throw unchecked('a second answer that is no error')
    const [call, other] = told.find(([, each]) => amountIn(each) !== first) ?? []
    return other && `prepare answered ${first}; ${call} answered ${amountIn(other)}`
  },
}

const cheap: Body = {
  amount: { value: 1, currency: 'CNY' },
  value: 1,
  price: 1,
  total: 1,
  total_fee: 1,
  total_amount: '0.01',
}

const notThePayers: Check = {
  id: 'price-from-payer',
  rule: 'R7',
  title: 'Takes no price from whoever asks',
  why: 'The page is the payer’s: a price that is sent from there is the price that the payer likes.',
  change: 'Look the amount up by the order’s handle, in your own books; ignore every amount in a request.',
  run: async (trial) => {
    const first = amountIn((await trial.standing()).came)
    const { payment, order, came } = await prepareWhereFree(trial, cheap, await trial.other())
    await trial.close(payment, order)
    const { value } = Object(came.body.amount)
    if (value !== 1) return undefined
    if (first === amountIn(came)) throw unchecked('orders that cost more than 1 of the minor unit')
    return `asked with a price of 1, prepare answered ${amountIn(came)}`
  },
}

const oldPrice: Check = {
  id: 'old-price',
  rule: 'R7',
  title: 'Asks for what the order costs now, and closes what was opened for less',
  why: 'A payer opens a code for an empty cart, fills the cart, pays the old code, and has it all.',
  change: 'Compare the amount at each prepare; close the old wallet order first. Money for an old amount goes back.',
  run: async (trial) => {
    const reprice = trial.hand('reprice')
    const { payment, order, came: old } = await prepareWhereFree(trial, {}, await trial.fresh())
    await reprice(order)
    const again = await trial.prepare(payment, order)
    if (!hasAction({ came: old })) throw unchecked('an order that can be paid', `prepare was answered ${inWords(old)}`)
    if (isBusy(again))
      return {
        seen: `after the price had changed, prepare was answered ${inWords(again)}; that the old wallet order is closed was not seen`,
      }
    const same = hasAction({ came: again }) && codeIn({ came: again }) === codeIn({ came: old })
    return same ? 'after the price had changed, the same payment still got the old wallet order' : undefined
  },
}

/** Wallets take their time over a refund: what is told after the last of these looks is what counts. */
const refundLooks = 6
const betweenLooksMs = 1000

const untold = ({ body }: Came, back: number): string | undefined => {
  const total = Object(body.amount).value
  const wanted = back === total ? 'refunded' : 'paid'
  if (body.status !== wanted) return `${back} of ${total} were given back, and status says ${statusIn(body)}`
  const told = Object(body.refunded).value
  return told === back ? undefined : `${back} were given back, and status tells of ${JSON.stringify(told ?? null)}`
}

const refunded = async (trial: Trial): Promise<string | undefined> => {
  const refund = trial.hand('refund')
  const { payment, order } = await trial.paid()
  await saidOf(trial, { payment, order })
  const back = Number(await refund(order))
  for (let look = 1; ; look++) {
    const fault = untold(await trial.status(payment, order), back)
    if (fault === undefined || look === refundLooks) return fault
    await trial.pause(betweenLooksMs)
  }
}

const refundTold: Check = {
  id: 'refund-told',
  rule: 'R8',
  title: 'Tells of what was given back',
  why: 'A payer who is told "paid" after a full refund waits for goods; one who is told "closed" after a part asks again.',
  change:
    'Keep `amount` the order’s total; a full refund is status `refunded`, a part stays `paid` with `refunded: { value }`.',
  run: refunded,
}

export const amounts: readonly Check[] = [stands, notThePayers]
export const pricesThatChange: readonly Check[] = [oldPrice]
export const refunds: readonly Check[] = [refundTold]
