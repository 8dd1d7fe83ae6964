/** Requests by ky, which is loaded when a checkout is made: never at import, and not for the first time in the tap. */
import type { KyInstance } from 'ky'
import { bare } from '../contract/own.ts'
import type { Host, Reply, Request, Signal } from '../core/ports.ts'
import { bounded } from './bounded.ts'
import { parseBody } from './json.ts'

/** Chromium 64 has no AbortController: there a question that nobody waits for any more ends unheard. */
const makeNative = () => (typeof AbortController === 'undefined' ? undefined : new AbortController())

export const nativeSignal = (signal: Signal): AbortSignal | undefined => {
  const native = makeNative()
  signal.onAbort(() => native?.abort())
  return native?.signal
}

const readReply = async (response: Response): Promise<Reply> => {
  const body = parseBody(await response.text())
  const retryAfter = response.headers.get('retry-after')
  return { status: response.status, body, ...(retryAfter !== null && { retryAfter }) }
}

/** ky would read these off Object.prototype, and send the question elsewhere, where a script of the page has put them there. */
const closed = { prefixUrl: '', searchParams: '', hooks: {} } as const

/** ky copies each question for a retry, and what was copied goes out as a stream, a millisecond later: none is retried here. */
const uncopied =
  (body: string): typeof fetch =>
  (asked) =>
    fetch(asked, bare<RequestInit>({ body }))

const send = (ky: KyInstance, url: string, request: Request, signal: AbortSignal | undefined): Promise<Response> =>
  ky(url, {
    ...closed,
    method: 'post',
    json: request.body,
    fetch: uncopied(JSON.stringify(request.body)),
    headers: request.headers,
    credentials: request.credentials,
    cache: 'no-store',
    redirect: 'error',
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    ...(signal && { signal }),
  })

export const makePost = (): Host['post'] => {
  let ky: KyInstance | undefined
  const load = async (): Promise<KyInstance> => {
    ky = (await import('ky')).default
    return ky
  }
  load().catch(() => {}) // the first request loads it again, and says why it cannot be had

  return (url, request) => {
    const native = makeNative()
    const asked = async () => readReply(await send(ky ?? (await load()), url, request, native?.signal))
    return bounded(request, asked(), () => native?.abort())
  }
}
