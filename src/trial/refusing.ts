/** How a server says no: in the contract's form, and never by falling over. */
import { check } from '../contract/check.ts'
import { answerShapes } from '../contract/derived.ts'
import { isBusy } from './came.ts'
import { lookingBack } from './looking-back.ts'
import { isRefused } from './trial.ts'
import { type Call, type Came, type Check, type Trial, unchecked } from './words.ts'

const id = '0'.repeat(31)

const malformed: readonly (readonly [name: string, body: string])[] = [
  ['nothing', ''],
  ['half a body', '{"payment":"'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"order"'],
  ['an empty object', '{}'],
  ['a payment that is no id', JSON.stringify({ payment: `${id}Z`, order: 'x', nonce: id })],
  [
    'fields of another type',
    JSON.stringify({ payment: 1, order: { $ne: null }, nonce: [], accepts: 'qr', platform: 7 }),
  ],
  ['a very long order', JSON.stringify({ payment: `${id}1`, order: 'x'.repeat(4096), nonce: `${id}2` })],
  [
    'a zero in the order',
    JSON.stringify({ payment: `${id}1`, order: 'a\0b', nonce: `${id}2`, accepts: ['qr'], platform: 'x' }),
  ],
]

const calls: readonly Call[] = ['prepare', 'status', 'close']

const stands: Check = {
  id: 'malformed-bodies',
  rule: 'errors',
  title: 'Refuses a malformed body with 4xx',
  why: 'A 500 tells the client to ask again, an attacker where to dig, and nobody what was wrong.',
  change:
    'Check the body against the schemas (isopay/contract, or the OpenAPI document) before anything else; answer 400.',
  run: async (trial) => {
    for (const call of calls)
      for (const [name, body] of malformed) {
        const came = await trial.send(call, { body })
        if (!isRefused(came)) return `${call} with ${name} was answered with HTTP ${came.http}`
      }
    return undefined
  },
}

const misform = ({ http, headers, body }: Came): string | undefined => {
  if (!/\bjson\b/i.test(headers.get('content-type') ?? '')) return `HTTP ${http} came without JSON`
  const misfit = check(answerShapes.errorAnswer, body)
  return misfit && `HTTP ${http} came without a right ${misfit === '.' ? 'body' : misfit}`
}

/** An order that no shop has. */
const unknown = (trial: Trial) => `isopay-check-${trial.newId()}`

const inForm: Check = {
  id: 'error-form',
  rule: 'errors',
  title: 'Tells an error in the contract’s form',
  why: 'The client tells the payer what to do by `error.code`. A page of HTML, or an error with HTTP 200, is "unknown", and asked again until the deadline.',
  change:
    'Answer `{ "error": { "code", "message" } }` with an HTTP status of 400 or more, also from the framework’s own error handler.',
  run: async (trial) => {
    const answers = [await trial.send('prepare', { body: '{' }), await trial.status(trial.newId(), unknown(trial))]
    const disguised = answers.find(({ http, body }) => http < 400 && 'error' in body)
    if (disguised) return `an error was told with HTTP ${disguised.http}`
    const errors = answers.filter(({ http }) => http >= 400)
    if (errors.length === 0) throw unchecked('an error to look at', 'half a body and an unknown order were both taken')
    return errors.map(misform).find((wrong) => wrong !== undefined)
  },
}

const unknownOrder: Check = {
  id: 'unknown-order',
  rule: 'R7',
  title: 'Refuses an order that it does not know',
  why: 'A server that makes orders of whatever comes lets the payer name the order, and soon the price.',
  change: 'Look the order up in your own books and answer 404 where there is none.',
  run: async (trial) => {
    const [order, payment] = [unknown(trial), trial.newId()]
    const answers: [Call, Came][] = [
      ['prepare', await trial.prepare(payment, order)],
      ['status', await trial.status(payment, order)],
      ['close', await trial.close(payment, order)],
    ]
    const [call, came] = answers.find(([, each]) => !isRefused(each)) ?? []
    return came && `${call} for an order that does not exist was answered with HTTP ${came.http}`
  },
}

const withoutTime = lookingBack((came) => {
  const told = 'retryAfterSeconds' in came.body || came.headers.has('retry-after')
  return isBusy(came) && !told ? `HTTP ${came.http} came without retryAfterSeconds` : undefined
})

const busyUntil: Check = {
  id: 'busy-until',
  rule: 'R3',
  title: 'Says when to ask again',
  why: 'A client that is told "busy" without a time must guess: too soon is a herd, too late is a payer who leaves.',
  change: 'Send `retryAfterSeconds` with 409 order_busy, 429 and 503.',
  run: async (trial) => {
    const busy = trial.exchanges.some(({ came }) => typeof came === 'object' && isBusy(came))
    if (!busy) throw unchecked('an answer that says busy: with --wallets, the wallet falls silent', 'none came')
    return withoutTime(trial)
  },
}

/** What a server may answer that cannot answer now. */
const passing = [502, 503, 504]

const noCrash: Check = {
  id: 'no-crash',
  rule: 'errors',
  title: 'Falls over nothing that it is asked',
  why: 'A 500 is no refusal: the client asks again until the deadline, and the payer is told nothing.',
  change: 'Answer what you foresee with its own code (409 payment_conflict, order_busy …), a silent wallet with 503.',
  run: lookingBack((came) => {
    const told = passing.includes(came.http) && misform(came) === undefined
    return came.http >= 500 && !told ? `an answer was HTTP ${came.http}` : undefined
  }),
}

export const refusals: readonly Check[] = [stands, inForm, unknownOrder]
export const waits: readonly Check[] = [busyUntil, noCrash]
