/** What a server's answer is worth: it must fit the contract, answer what was asked, and name an action that was accepted. */
import { check } from '../contract/check.ts'
import {
  type Action,
  answerShapes,
  type ErrorAnswer,
  type Prepared,
  type StatusAnswer,
  type Word,
} from '../contract/derived.ts'
import { bare, owns } from '../contract/own.ts'
import { PayError } from '../core/errors.ts'
import { type Final, finalOf } from '../core/final.ts'
import type { Channel } from '../core/ports.ts'
import type { Amount } from '../core/words.ts'

/** What an answer must belong to. `amount` is set once the page or the server has named it. */
export interface Asked {
  readonly payment: string
  readonly order: string
  readonly amount?: Amount | undefined
  readonly nonce?: string
}

export interface Offer extends Omit<Prepared, 'action'> {
  readonly action: Action
}

export type HeardWord =
  | { readonly type: 'final'; readonly word: Final }
  | { readonly type: 'pending'; readonly word: Word }
  | { readonly type: 'mute'; readonly trouble: PayError }

export type HeardOffer =
  | HeardWord
  | { readonly type: 'prepared'; readonly offer: Offer }
  | { readonly type: 'puzzled' | 'refused'; readonly trouble: PayError }

const own = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null && owns(body, name) ? (body as Record<string, unknown>)[name] : undefined

/** Common server libraries sign into a JSON string: both forms are taken. EasyWeChat/docs#94, read 2026-11. */
const unwrap = (body: unknown): unknown => {
  const action = own(body, 'action')
  if (typeof action !== 'string') return body
  try {
    return { ...(body as object), action: JSON.parse(action) }
  } catch {
    return body // not JSON either: the check below names the field
  }
}

const differs = (one: Amount, other: Amount): boolean => one.value !== other.value || one.currency !== other.currency

const foreign = (answer: Asked & { readonly amount: Amount }, asked: Asked): PayError | undefined => {
  if (answer.payment !== asked.payment) return new PayError('answer_foreign', 'payment')
  if (answer.order !== asked.order) return new PayError('answer_foreign', 'order')
  const nonce = own(asked, 'nonce')
  if (nonce !== undefined && answer.nonce !== nonce) return new PayError('answer_foreign', 'nonce')
  if (asked.amount && differs(asked.amount, answer.amount)) return new PayError('amount_mismatch')
  return undefined
}

const weigh = (word: Word): HeardWord => {
  const final = finalOf(word)
  return final ? { type: 'final', word: final } : { type: 'pending', word }
}

/** An answer to *status* (with a nonce) or *close*. Never rejects anything as a failure: what cannot be used is mute. */
export const hearWord = (body: unknown, asked: Asked): HeardWord => {
  const broken = check(own(asked, 'nonce') === undefined ? answerShapes.word : answerShapes.statusAnswer, body)
  if (broken !== undefined) return { type: 'mute', trouble: new PayError('contract_broken', broken) }
  const word = bare<StatusAnswer>(body as object)
  const trouble = foreign(word, asked)
  return trouble ? { type: 'mute', trouble } : weigh(word)
}

/** What the gate looks at of a channel. */
type Acceptable = Pick<Channel, 'kind' | 'shape'>

const hearAction = (offer: Offer, accepts: readonly Acceptable[]): HeardOffer => {
  const { kind } = offer.action
  const channel = accepts.find((each) => each.kind === kind)
  if (!channel) return { type: 'puzzled', trouble: new PayError('action_unknown', kind) }
  const broken = check(channel.shape, offer.action)
  if (broken === undefined) return { type: 'prepared', offer }
  return { type: 'refused', trouble: new PayError('contract_broken', `action.${broken}`) }
}

/** An answer to *prepare*: an offer to carry out, or the word of an order that needs none. */
export const hearOffer = (answer: unknown, asked: Asked, accepts: readonly Acceptable[]): HeardOffer => {
  const body = unwrap(answer)
  const offers = own(body, 'action') !== undefined
  const broken = check(offers ? answerShapes.prepared : answerShapes.word, body)
  if (broken !== undefined) return { type: 'refused', trouble: new PayError('contract_broken', broken) }
  const bound = bare<Offer & Word>(body as object)
  const trouble = foreign(bound, asked)
  if (trouble) return { type: 'refused', trouble }
  return offers ? hearAction(bound, accepts) : weigh(bound)
}

/** The server's own error, or null where the body is none. */
export const readError = (body: unknown): { code: string; message: string; retryAfterMs: number } | null => {
  if (check(answerShapes.errorAnswer, body) !== undefined) return null
  const { error, retryAfterSeconds = 0 } = bare<ErrorAnswer>(body as object)
  return { code: error.code, message: error.message, retryAfterMs: retryAfterSeconds * 1_000 }
}
