/** Asked where nothing is in the way: where a wallet refuses an early close, an order soon has a payment that stays open. */
import { inWords, isBusy } from './came.ts'
import { type Body, isUnchecked, type Prepared, type Trial, unchecked } from './words.ts'

/** At least one. */
export type Answers<T extends Pick<Prepared, 'came'>> = readonly [T, ...T[]]

/** What is missing, with what came before. */
const after = (saw: string | undefined) => (error: unknown) => {
  throw isUnchecked(error) ? unchecked(error.needs, saw) : error
}

/** Asks of one order after another until one is not busy with an open payment. The first fresh one may be the other. */
export const whereFree = async <T extends Pick<Prepared, 'came'>>(
  trial: Trial,
  ask: (order: string) => Promise<Answers<T>>,
  first = trial.order,
): Promise<Answers<T>> => {
  let saw: string | undefined
  for (const next of [async () => first, trial.other, trial.fresh, trial.fresh]) {
    const answers = await ask(await next().catch(after(saw)))
    if (!answers.every(({ came }) => isBusy(came))) return answers
    saw = `a new payment was answered ${inWords(answers[0].came)}`
  }
  throw unchecked('an order of which no payment is open', saw)
}

/** A new payment of an order that is not busy. */
export const prepareWhereFree = async (trial: Trial, more: Body, first?: string): Promise<Prepared> => {
  const ask = async (order: string): Promise<Answers<Prepared>> => {
    const payment = trial.newId()
    return [{ payment, order, came: await trial.prepare(payment, order, more) }]
  }
  return (await whereFree(trial, ask, first))[0]
}
