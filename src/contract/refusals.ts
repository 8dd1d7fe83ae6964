/** What a server refuses, by `error.code`. Others are welcome: the client goes by the HTTP status where it knows no code. */

export interface Refusal {
  readonly status: number
  /** The client waits that long before it asks again. */
  readonly retryAfterSeconds?: number
}

export const refusals = {
  bad_request: { status: 400 },
  unauthenticated: { status: 401 },
  order_unknown: { status: 404 },
  method_not_allowed: { status: 405 },
  order_busy: { status: 409, retryAfterSeconds: 2 },
  channel_fixed: { status: 409 },
  payment_conflict: { status: 409 },
  not_json: { status: 415 },
  unsupported: { status: 422 },
  return_url_refused: { status: 422 },
  identity_refused: { status: 422 },
  too_many_requests: { status: 429, retryAfterSeconds: 10 },
  wallet_refused: { status: 502 },
  wallet_silent: { status: 503, retryAfterSeconds: 2 },
} as const satisfies Readonly<Record<string, Refusal>>

export type RefusalCode = keyof typeof refusals
