/** What the merchant's server refuses, each with its HTTP status. The codes are part of the contract's answers. */
const statuses = {
  bad_request: 400,
  order_unknown: 404,
  method_not_allowed: 405,
  payment_conflict: 409,
  order_busy: 409,
  channel_fixed: 409,
  too_large: 413,
  not_json: 415,
  unsupported: 422,
  return_url_refused: 422,
  identity_refused: 422,
  refund_refused: 422,
  wallet_refused: 502,
  wallet_silent: 503,
} as const

export type Code = keyof typeof statuses

/** A refusal that may be told to whoever asked: `message` holds no secret, `retryAfterSeconds` says when to ask again. */
export interface Refusal extends Error {
  code: Code
  status: (typeof statuses)[Code]
  retryAfterSeconds?: number
}

export const refusal = (code: Code, message: string, retryAfterSeconds?: number): Refusal =>
  Object.assign(new Error(message), {
    code,
    status: statuses[code],
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'code' in error && String(error.code) in statuses

/** The old payment is unresolved, so nothing new is opened (R3). */
export const busy = (message: string, retryAfterSeconds = 2) => refusal('order_busy', message, retryAfterSeconds)

/** The wallet did not answer, so what it would have said is not known. */
export const silent = () => refusal('wallet_silent', 'The wallet did not answer; ask again', 2)
