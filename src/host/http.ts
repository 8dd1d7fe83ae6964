/** Requests by ky, which is loaded when a checkout is made: never at import, and not for the first time in the tap. */
import type { KyInstance } from 'ky'
import type { Host, Reply, Request, Signal } from '../core/ports.ts'
import { clock } from './clock.ts'

/** An answer of the contract is a few hundred characters: what is longer than this is none. */
const longestBody = 262_144

const parse = (text: string): unknown => {
  if (text.length > longestBody) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // a proxy's HTML page, or half an answer: the port says undefined for "no JSON"
  }
}

/** Chromium 64 has no AbortController: there a question that nobody waits for any more ends unheard. */
const makeNative = () => (typeof AbortController === 'undefined' ? undefined : new AbortController())

export const nativeSignal = (signal: Signal): AbortSignal | undefined => {
  const native = makeNative()
  signal.onAbort(() => native?.abort())
  return native?.signal
}

const readReply = async (response: Response): Promise<Reply> => {
  const body = parse(await response.text())
  const retryAfter = response.headers.get('retry-after')
  return { status: response.status, body, ...(retryAfter !== null && { retryAfter }) }
}

const send = (ky: KyInstance, url: string, request: Request, signal: AbortSignal | undefined): Promise<Response> =>
  ky(url, {
    method: 'post',
    json: request.body,
    headers: request.headers,
    credentials: request.credentials,
    cache: 'no-store',
    redirect: 'error',
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    ...(signal && { signal }),
  })

/** Settles by `work`, by the timeout or by the signal, whichever is first, and leaves nothing behind. */
const bounded = (request: Request, work: (native: AbortSignal | undefined) => Promise<Reply>): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const native = makeNative()
    const giveUp = (reason: string) => {
      reject(new Error(reason))
      native?.abort()
    }
    const stopTimer = clock.after(request.timeoutMs, () => giveUp(`No answer within ${request.timeoutMs} ms`))
    const forget = request.signal.onAbort(() => giveUp('No longer asked'))
    const done = () => {
      stopTimer()
      forget()
    }
    work(native?.signal).then(resolve, reject).then(done, done)
  })

export const makePost = (): Host['post'] => {
  let ky: KyInstance | undefined
  const load = async (): Promise<KyInstance> => {
    ky = (await import('ky')).default
    return ky
  }
  load().catch(() => {}) // the first request loads it again, and says why it cannot be had

  return (url, request) =>
    bounded(request, async (native) => readReply(await send(ky ?? (await load()), url, request, native)))
}
