/** The three calls: one question out, one answer or one reason for its absence back. Never rejects. */

import { makeAbort } from '../core/abort.ts'
import type { Call } from '../core/checkout.ts'
import { type Cause, causeOf, PayError } from '../core/errors.ts'
import type { Host, Reply, Signal } from '../core/ports.ts'
import type { CheckoutOptions } from './options.ts'

/** `missed`: no usable answer, ask again later. `refused`: the server would not, and said so in `serverCode`. */
export type Answer =
  | { readonly is: 'answered'; readonly body: unknown }
  | { readonly is: 'missed'; readonly trouble: PayError; readonly retryAfterMs: number }
  | { readonly is: 'refused'; readonly trouble: PayError; readonly retryAfterMs: number; readonly serverCode: string }

export type Transport = (call: Call, body: object, signal: Signal, holdSeconds?: number) => Promise<Answer>

type ReadError = (
  body: unknown,
) => { readonly code: string; readonly message: string; readonly retryAfterMs: number } | null

const timeoutMs = 8_000

/** Seconds, or a date compared with this device's clock: clamped by the schedule, so a wrong clock costs a minute at most. */
const headerMs = (text: string | undefined, wallMs: number): number => {
  if (!text) return 0
  const delayMs = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - wallMs
  return Math.max(delayMs, 0) || 0
}

const passes = (status: number): boolean => status >= 500 || status === 429 || status === 408 || status === 425

const judge = (reply: Reply, wallMs: number, readError: ReadError): Answer => {
  const said = readError(reply.body)
  if (!said && reply.status >= 200 && reply.status < 300) return { is: 'answered', body: reply.body }
  const cause: Cause = { name: said?.code ?? 'HTTP', message: said?.message ?? '', status: reply.status }
  const retryAfterMs = Math.max(said?.retryAfterMs ?? 0, headerMs(reply.retryAfter, wallMs))
  const detail = said?.code ?? `HTTP ${reply.status}`
  if (passes(reply.status)) return { is: 'missed', trouble: new PayError('network', detail, cause), retryAfterMs }
  const trouble = new PayError(said?.code === 'order_busy' ? 'order_busy' : 'server_refused', detail, cause)
  return { is: 'refused', trouble, retryAfterMs, serverCode: said?.code ?? '' }
}

const unreached = (thing: unknown): Answer => ({
  is: 'missed',
  trouble: new PayError('network', '', causeOf(thing)),
  retryAfterMs: 0,
})

/** Data alone, as JSON holds it: a client's object may throw when it is looked at. */
const plain = (answer: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(answer))
  } catch {
    return undefined // the port says undefined for "no JSON"
  }
}

/** A shop's own client may never answer, and may not heed the signal. */
const within = <T>(work: (signal: Signal) => Promise<T>, host: Host, limitMs: number, signal: Signal): Promise<T> =>
  new Promise((resolve, reject) => {
    const own = makeAbort()
    const stopTimer = host.after(limitMs, () => reject(new Error(`No answer within ${limitMs} ms`)))
    const forget = signal.onAbort(() => {
      stopTimer()
      own.abort()
      reject(new Error('No longer asked'))
    })
    const done = () => {
      stopTimer()
      forget()
    }
    work(own.signal).then(resolve, reject).then(done, done)
  })

export const makeTransport = (options: CheckoutOptions, host: Host, readError: ReadError): Transport => {
  const { endpoint = '', send, headers = {}, credentials = 'same-origin' } = options

  const reach = (call: Call, body: object, signal: Signal, limitMs: number): Promise<Reply> => {
    if (send) {
      const ask = (own: Signal) => send(call, body, { signal: host.nativeSignal(own) as AbortSignal | undefined })
      return within(ask, host, limitMs, signal).then((answer) => ({ status: 200, body: plain(answer) }))
    }
    const post = (added: Readonly<Record<string, string>>) =>
      host.post(`${endpoint.replace(/\/$/, '')}/${call}`, {
        body,
        headers: added,
        credentials,
        timeoutMs: limitMs,
        signal,
      })
    return typeof headers === 'function' ? Promise.resolve(headers()).then(post) : post(headers)
  }

  return async (call, body, signal, holdSeconds = 0) => {
    try {
      return judge(await reach(call, body, signal, timeoutMs + holdSeconds * 1_000), host.wallMs(), readError)
    } catch (thing) {
      return unreached(thing)
    }
  }
}
