/** The merchant's server as a function; requests are written down, time out and are aborted as real ones are. */
import type { Host, Reply, Request } from '../core/ports.ts'

export type Answer = (url: string, request: Request) => Reply | Promise<Reply>

export interface Sent {
  readonly url: string
  readonly request: Request
  readonly atMs: number
}

/** No network at all, in the words of Chromium. */
export const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

export const fakeNetwork = (clock: Pick<Host, 'after' | 'monotonicMs'>, first: Answer) => {
  const sent: Sent[] = []
  let answer = first

  const post = (url: string, request: Request): Promise<Reply> => {
    sent.push({ url, request, atMs: clock.monotonicMs() })
    if (request.signal.aborted) return Promise.reject(new Error('aborted'))
    return new Promise<Reply>((resolve, reject) => {
      const forgetTimer = clock.after(request.timeoutMs, () => end(() => reject(new Error('timed out'))))
      const forgetAbort = request.signal.onAbort(() => end(() => reject(new Error('aborted'))))
      const end = (finish: () => void) => {
        forgetTimer()
        forgetAbort()
        finish()
      }
      Promise.resolve()
        .then(() => answer(url, request))
        .then((reply) => end(() => resolve(reply)))
        .catch((error: unknown) => end(() => reject(error)))
    })
  }

  const setAnswer = (next: Answer) => {
    answer = next
  }
  return { post, sent, setAnswer }
}
