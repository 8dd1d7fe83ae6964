/** One order, one open way for money to come: looked at in the wallets' own books. */
import { inWords, statusIn } from './came.ts'
import { prepareWhereFree } from './free.ts'
import { codeIn, hasAction } from './trial.ts'
import { type Came, type Check, type Ledger, type Trial, unchecked } from './words.ts'

const openIn = ({ trades, payments }: Ledger): readonly string[] =>
  trades
    .filter(({ number, closedAt }) => closedAt === null && !payments.some((paid) => paid.number === number))
    .map(({ number }) => number)

/** Trade numbers that are open at the wallets since `before`. */
const openedSince = async (trial: Trial, before: Ledger): Promise<readonly string[]> => {
  const known = before.trades.map(({ number }) => number)
  return openIn(await trial.wallets().ledger()).filter((number) => !known.includes(number))
}

/** Opened, and scanned: some wallets make the trade only then. */
const openOne = async (trial: Trial, order: string): Promise<Came> => {
  const came = await trial.prepare(trial.newId(), order)
  if (hasAction({ came })) await trial.wallets().scan(codeIn({ came }))
  return came
}

const closedThere: Check = {
  id: 'one-open-at-wallet',
  rule: 'R3',
  title: 'Has one wallet order open for an order, in the wallet’s own books',
  why: 'Closed in the shop’s books alone, the old code still takes money.',
  change: 'Call the wallet’s close, believe only its answer, and answer 409 order_busy where it is refused.',
  run: async (trial) => {
    const before = await trial.wallets().ledger()
    const prepared = await prepareWhereFree(trial, {}, await trial.fresh())
    const { order, came: first } = prepared
    if (!hasAction(prepared)) throw unchecked('an order that can be paid', `prepare was answered ${inWords(first)}`)
    await trial.wallets().scan(codeIn(prepared))
    const second = await openOne(trial, order)
    const open = await openedSince(trial, before)
    if (open.length > 1) return `${open.length} wallet orders are open for one order`
    if (hasAction({ came: second })) return undefined
    return {
      seen: `a second payment was answered ${inWords(second)} and opened nothing; a close at the wallet was not seen`,
    }
  },
}

const freshMs = 2100

const silenceIsBusy: Check = {
  id: 'silent-wallet',
  rule: 'R3',
  title: 'Opens nothing while the wallet does not say what became of the old payment',
  why: 'The old payment may be paid already: whoever opens a new one then charges the payer twice.',
  change:
    'Where the wallet’s query is unanswered, answer 409 order_busy or 503 with `retryAfterSeconds`; say neither closed nor failed.',
  run: async (trial) => {
    const wallets = trial.wallets()
    const { order, payment, came } = await prepareWhereFree(trial, {}, await trial.fresh())
    await wallets.scan(codeIn({ came }))
    return wallets.during({ query: 'down' }, async () => {
      await trial.pause(freshMs)
      const other = await trial.prepare(trial.newId(), order)
      if (hasAction({ came: other })) return 'the wallet was silent, and a second payment got an action'
      const { body } = await trial.status(payment, order)
      const known = body.status !== undefined && body.status !== 'pending'
      return known ? `the wallet was silent, and status says ${statusIn(body)}` : undefined
    })
  },
}

export const beside: readonly Check[] = [closedThere, silenceIsBusy]
