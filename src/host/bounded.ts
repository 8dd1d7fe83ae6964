/** A request that ends in any case. */
import type { Reply, Request } from '../core/ports.ts'
import { timers } from './timers.ts'

/** Settles by `work`, by the timeout or by the signal, whichever is first, and leaves nothing behind; `stop` ends the work. */
export const bounded = ({ timeoutMs, signal }: Request, work: Promise<Reply>, stop: () => void): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const held: (() => void)[] = []
    const end = (settle: () => void) => {
      for (const forget of held.splice(0)) forget()
      settle()
    }
    const giveUp = (reason: string) =>
      end(() => {
        reject(new Error(reason))
        stop()
      })
    held.push(timers.after(timeoutMs, () => giveUp(`No answer within ${timeoutMs} ms`)))
    held.push(signal.onAbort(() => giveUp('No longer asked')))
    work.then(
      (reply) => end(() => resolve(reply)),
      (error) => end(() => reject(error)),
    )
  })
