/** The three calls as operations of an OpenAPI document: what is asked, answered and refused, with examples. */
import type { ErrorAnswer } from './derived.ts'
import { actionExamples, errorExample, preparedWith, requestExamples, withNonce, wordExamples } from './examples.ts'
import { meanings } from './meanings-en.ts'
import { type Described, refTo } from './openapi-schemas.ts'
import { type RefusalCode, refusals } from './refusals.ts'
import { type Rule, rulesAsText } from './rules.ts'

export type Call = keyof typeof requestExamples

type Examples = Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>
type Content = Readonly<Record<'application/json', { readonly schema: Described; readonly examples: Examples }>>

interface Answer {
  readonly description: string
  readonly headers?: Readonly<Record<string, object>>
  readonly content: Content
}

export interface Operation {
  readonly operationId: Call
  readonly summary: string
  readonly description: string
  readonly requestBody: { readonly required: true; readonly content: Content }
  readonly responses: Readonly<Record<string, Answer>>
}

interface Plan {
  readonly rules: readonly Rule[]
  readonly request: string
  readonly answer: Described
  readonly examples: Examples
  readonly refusals: readonly RefusalCode[]
}

const valued = (examples: Readonly<Record<string, unknown>>): Examples =>
  Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]))

const offers: Examples = Object.fromEntries(
  Object.values(actionExamples).map((action) => [
    action.kind,
    { summary: meanings.actions[action.kind], value: preparedWith(action) },
  ]),
)

const answered = Object.fromEntries(Object.entries(wordExamples).map(([name, word]) => [name, withNonce(word)]))

const asked = ['bad_request', 'unauthenticated', 'order_unknown', 'method_not_allowed', 'payment_conflict'] as const
const unheard = ['not_json', 'too_many_requests', 'wallet_silent'] as const
const unopened = ['channel_fixed', 'unsupported', 'return_url_refused', 'identity_refused', 'wallet_refused'] as const

const plans: Readonly<Record<Call, Plan>> = {
  prepare: {
    rules: ['R1', 'R2', 'R3', 'R4', 'R5', 'R7', 'R8'],
    request: 'PrepareRequest',
    answer: { oneOf: [refTo('Prepared'), refTo('Word')] },
    examples: { ...offers, ...valued(wordExamples) },
    refusals: [...asked, 'order_busy', ...unopened, ...unheard],
  },
  status: {
    rules: ['R1', 'R6', 'R7', 'R8'],
    request: 'StatusRequest',
    answer: refTo('StatusAnswer'),
    examples: valued(answered),
    refusals: [...asked, ...unheard],
  },
  close: {
    rules: ['R1', 'R3', 'R4', 'R7'],
    request: 'CloseRequest',
    answer: refTo('Word'),
    examples: valued(wordExamples),
    refusals: [...asked, 'order_busy', ...unheard],
  },
}

const json = (schema: Described, examples: Examples): Content => ({ 'application/json': { schema, examples } })

const retryAfter = {
  'Retry-After': { description: 'Seconds until it is worth asking again', schema: { type: 'integer', minimum: 0 } },
}

const refused = (codes: readonly RefusalCode[]): Answer => {
  const waits = codes.some((code) => 'retryAfterSeconds' in refusals[code])
  const examples = Object.fromEntries(codes.map((code) => [code, errorExample(code, refusals[code])]))
  return {
    description: codes.map((code) => `\`${code}\`: ${meanings.refusals[code]}`).join(' · '),
    ...(waits && { headers: retryAfter }),
    content: json(refTo('ErrorAnswer'), valued(examples)),
  }
}

const internal: ErrorAnswer = { error: { code: 'internal', message: 'Something went wrong on the server' } }

/** By HTTP status. */
const refusalsOf = (codes: readonly RefusalCode[]): Record<string, Answer> => {
  const statuses = [...new Set(codes.map((code) => refusals[code].status))]
  const byStatus = statuses.map((status) => [status, refused(codes.filter((code) => refusals[code].status === status))])
  return {
    ...Object.fromEntries(byStatus),
    default: { description: 'Any other error', content: json(refTo('ErrorAnswer'), valued({ internal })) },
  }
}

export const operation = (call: Call): Operation => {
  const plan = plans[call]
  return {
    operationId: call,
    summary: meanings.calls[call],
    description: `Rules that concern it:\n\n${rulesAsText(plan.rules)}`,
    requestBody: { required: true, content: json(refTo(plan.request), valued({ [call]: requestExamples[call] })) },
    responses: {
      200: { description: meanings.calls[call], content: json(plan.answer, plan.examples) },
      ...refusalsOf(plan.refusals),
    },
  }
}
