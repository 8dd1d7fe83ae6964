/** Requests of a mini program: one function with callbacks, which differ in the names of two fields. */
import type { Host, Reply } from '../core/ports.ts'
import { reach } from '../core/reach.ts'
import { bounded } from './bounded.ts'
import { parseBody, plainBody } from './json.ts'

interface Answer {
  readonly statusCode?: unknown
  /** Alipay's own names, beside the ones that all have. */
  readonly status?: unknown
  readonly headers?: unknown
  readonly data?: unknown
  readonly header?: unknown
  readonly errMsg?: unknown
  readonly errorMessage?: unknown
}

const headerIn = (headers: unknown, wanted: string): string | undefined => {
  const fields = Object(headers) as Readonly<Record<string, unknown>>
  const name = Object.keys(fields).find((each) => each.toLowerCase() === wanted)
  return name === undefined ? undefined : String(fields[name])
}

/** The reply, or undefined where no server answered. */
const readReply = ({ statusCode, status = statusCode, data, headers, header = headers }: Answer): Reply | undefined => {
  if (typeof status !== 'number') return undefined
  const retryAfter = headerIn(header, 'retry-after')
  const body = typeof data === 'string' ? parseBody(data) : plainBody(data)
  return { status, body, ...(retryAfter !== undefined && { retryAfter }) }
}

/**
 * Each runtime takes `header` or `headers` and ignores the other. There are no cookies, so `credentials` says nothing.
 *
 * `redirect: 'manual'`: WeChat since 3.2.2 (miniprogram-api-typings 5.2.3); the others follow redirects, and their list of
 * allowed hosts bounds where to. Alipay hands on no answer of HTTP 4xx or 5xx, only `error: 19` (@mini-types/my 3.0.14):
 * there a server does well to answer its errors with 200. Read 2026-11.
 */
export const makePost =
  (sdk: unknown): Host['post'] =>
  (url, request) => {
    if (request.signal.aborted) return Promise.reject(new Error('No longer asked'))
    let task: unknown
    const work = new Promise<Reply>((resolve, reject) => {
      const hear = (thing: unknown) => {
        const answer: Answer = Object(thing)
        const reply = readReply(answer)
        if (reply) resolve(reply)
        else reject(new Error(String(answer.errMsg ?? answer.errorMessage)))
      }
      const headers = { 'content-type': 'application/json', ...request.headers }
      task = reach(
        sdk,
        'request',
      )?.({
        url,
        method: 'POST',
        data: JSON.stringify(request.body),
        header: headers,
        headers,
        timeout: request.timeoutMs,
        redirect: 'manual',
        success: hear,
        fail: hear,
      })
    })
    return bounded(request, work, () => void reach(task, 'abort')?.())
  }
