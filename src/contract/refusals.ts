/** What a server refuses, by `error.code`. Others are welcome: the client goes by the HTTP status where it knows no code. */

export interface Refusal {
  readonly status: number
  readonly message: string
  /** The client waits that long before it asks again. */
  readonly retryAfterSeconds?: number
}

export const refusals = {
  bad_request: { status: 400, message: 'The body does not fit the contract' },
  unauthenticated: { status: 401, message: 'Log in first' },
  order_unknown: { status: 404, message: 'There is no such order' },
  method_not_allowed: { status: 405, message: 'Only POST' },
  order_busy: { status: 409, message: 'An earlier payment of this order is unresolved', retryAfterSeconds: 2 },
  channel_fixed: { status: 409, message: 'This payment is under way by another wallet or another way of paying' },
  payment_conflict: { status: 409, message: 'This id belongs to a payment of another order' },
  not_json: { status: 415, message: 'The content type must be application/json' },
  unsupported: { status: 422, message: 'None of the accepted ways of paying works there with this wallet' },
  return_url_refused: { status: 422, message: 'returnUrl is not on one of the shop’s own origins' },
  identity_refused: { status: 422, message: 'The wallet refused the code' },
  too_many_requests: { status: 429, message: 'Ask less often', retryAfterSeconds: 10 },
  wallet_refused: { status: 502, message: 'The wallet refused the order' },
  wallet_silent: { status: 503, message: 'The wallet did not answer; ask again', retryAfterSeconds: 2 },
} as const satisfies Readonly<Record<string, Refusal>>

export type RefusalCode = keyof typeof refusals
