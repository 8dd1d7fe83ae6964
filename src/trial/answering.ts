/** What an answer holds: the contract's fields, bound to what was asked. */
import { check } from '../contract/check.ts'
import { answerShapes } from '../contract/derived.ts'
import { statusIn } from './came.ts'
import type { Body, Came, Check, Prepared, Trial } from './words.ts'

type Answer = readonly [call: string, came: Came, shape: keyof typeof answerShapes]

const shapeOfPrepare = ({ body }: Came) => ('action' in body ? 'prepared' : 'word')

/** One answer of each kind, about the standing payment and about one that was never heard of. */
const answersOf = async (trial: Trial): Promise<readonly Answer[]> => {
  const { payment, order, came } = await trial.standing()
  return [
    ['prepare', came, shapeOfPrepare(came)],
    ['status', await trial.status(payment, order), 'statusAnswer'],
    ['status of an unknown payment', await trial.status(trial.newId(), order), 'statusAnswer'],
    ['close of an unknown payment', await trial.close(trial.newId(), order), 'word'],
  ]
}

const at = (body: Body, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => Object(value)[name], body)

const counts = ['amount.value', 'expiresInSeconds', 'retryAfterSeconds', 'refunded.value']

/** The first question of all was for an action that pays an unpaid order. */
const actsAtAll = ({ exchanges: [first] }: Trial): string | undefined => {
  if (typeof first?.came !== 'object' || first.came.http !== 200 || 'action' in first.came.body) return undefined
  return 'prepare of an unpaid order was answered without an action'
}

/** Other checks have their own word on these. */
const others: readonly string[] = [...counts, 'nonce', 'payment', 'order']

const fits: Check = {
  id: 'answers-fit',
  rule: 'status',
  title: 'Answers in the contract’s form',
  why: 'What does not fit is "unknown" to the client: nothing is invoked, and nothing is ever paid.',
  change: 'Validate your own answers against the schemas in your tests.',
  run: async (trial) => {
    const nothing = actsAtAll(trial)
    if (nothing !== undefined) return nothing
    for (const [call, { http, body }, shape] of await answersOf(trial)) {
      if (http !== 200) return `${call} was answered with HTTP ${http}`
      const misfit = check(answerShapes[shape], body)
      if (misfit !== undefined && !others.includes(misfit)) return `${call} was answered without a right ${misfit}`
    }
    return undefined
  },
}

const numbers: Check = {
  id: 'numbers',
  rule: 'R8',
  title: 'Counts in whole numbers of the minor unit',
  why: 'An amount as text or in yuan is compared wrongly: "9.90" is not 990, and 9.9 * 100 is not 990 in binary floats.',
  change: 'Keep and send amounts as integers of fen (cent), seconds as integers; no quotes, no point.',
  run: async (trial) => {
    for (const [call, { body }] of await answersOf(trial))
      for (const path of counts) {
        const value = at(body, path)
        if (value !== undefined && !Number.isInteger(value))
          return `${call} answered ${path} as ${JSON.stringify(value)}`
      }
    return undefined
  },
}

const nonce: Check = {
  id: 'nonce',
  rule: 'status',
  title: 'Repeats the nonce of each status',
  why: 'It proves that the answer was made for this question: a cache, a replay or a mixed-up connection cannot stand in.',
  change: 'Copy `nonce` from the question into its answer, each time.',
  run: async (trial) => {
    const { payment, order } = await trial.standing()
    for (const asked of [trial.newId(), trial.newId()]) {
      const { body } = await trial.status(payment, order, { nonce: asked })
      if (body.nonce !== asked)
        return body.nonce === undefined ? 'status came without nonce' : 'status came with another nonce'
    }
    return undefined
  },
}

const isBound = ({ payment, order }: Pick<Prepared, 'payment' | 'order'>, { body }: Came): boolean =>
  body.payment === payment && body.order === order

const bound: Check = {
  id: 'bound',
  rule: 'status',
  title: 'Names the payment and the order that were asked about',
  why: 'Success read from a message about another order is the oldest hole of all (Wang 2011, Yang NDSS 2017).',
  change: 'Answer with the `payment` and `order` of the question, looked up together.',
  run: async (trial) => {
    const standing = await trial.standing()
    const { payment, order, came } = standing
    if (!isBound(standing, came)) return 'prepare answered about another payment or order'
    if (!isBound(standing, await trial.status(payment, order))) return 'status answered about another payment or order'
    const unheard = { payment: trial.newId(), order }
    const closed = await trial.close(unheard.payment, order)
    return isBound(unheard, closed) ? undefined : 'close answered about another payment or order'
  },
}

const neverHeard: Check = {
  id: 'never-heard',
  rule: 'status',
  title: 'Says pending of a payment that it never heard of',
  why: 'The client asks before its prepare has arrived. An error or "closed" there would give up a payment that is under way.',
  change: 'Answer HTTP 200 with status `pending` and phase `not-found`.',
  run: async (trial) => {
    const { http, body } = await trial.status(trial.newId(), trial.order)
    if (http !== 200) return `status of an unknown payment was answered with HTTP ${http}`
    if (body.status !== 'pending') return `an unknown payment is answered with ${statusIn(body)}`
    return body.phase === 'not-found' ? undefined : 'an unknown payment came without phase not-found'
  },
}

export const answers: readonly Check[] = [fits, numbers, nonce, bound, neverHeard]
