/** Actions asked for before the tap, one for each order. */
import { makeAbort } from '../core/abort.ts'
import type { PayOptions } from '../core/checkout.ts'
import type { Ahead } from './course.ts'
import { askForAction, type Question } from './preparing.ts'
import type { Setup } from './setup.ts'

interface Kept extends Ahead {
  readonly payment: string
  readonly options: PayOptions
  readonly forget: (() => void) | undefined
}

const sameAmount = (one: PayOptions['expect'], other: PayOptions['expect']): boolean =>
  one?.value === other?.value && one?.currency === other?.currency

const matches = ({ options }: Kept, asked: PayOptions): boolean =>
  options.wallet === asked.wallet &&
  sameAmount(options.expect, asked.expect) &&
  (!asked.identity || options.identity?.value === asked.identity.value)

export const makeAheads = (setup: Setup) => {
  const kept = new Map<string, Kept>()

  /** What was asked ahead for this call, and its payment id; it is handed out once. */
  const take = (order: string, options: PayOptions): Kept | undefined => {
    const found = kept.get(order)
    kept.delete(order)
    found?.forget?.()
    return found && matches(found, options) ? found : undefined
  }

  const ask = (question: Question, options: PayOptions): void => {
    const { payment, order } = question
    const answer = askForAction(setup, question, makeAbort().signal)
    const forget = setup.host.foresee?.(setup.turnOf(order))
    const asked: Kept = { payment, options, answer, ready: undefined, forget }
    kept.set(order, asked)
    void answer.then((prepared) => {
      asked.ready = prepared
    })
  }

  const has = (order: string, options: PayOptions): boolean => {
    const found = kept.get(order)
    return found !== undefined && matches(found, options)
  }

  return { ask, take, has }
}
