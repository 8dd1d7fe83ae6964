/** What the HTTP side makes an error answer of. `again`: seconds after which it is worth asking again. */
export const refusal = (status: 400 | 404 | 405 | 409 | 413 | 415 | 422 | 502 | 503, code: string, message: string) =>
  Object.assign(new Error(message), { status, code, ...((code === 'order_busy' || status === 503) && { again: 2 }) })

export type Refusal = ReturnType<typeof refusal>

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'code' in error && 'status' in error
