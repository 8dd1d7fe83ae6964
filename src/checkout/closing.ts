/** Asking the server to close what is unpaid. */
import { makeAbort } from '../core/abort.ts'
import { PayError } from '../core/errors.ts'
import { told, untold } from '../core/final.ts'
import type { Event } from '../core/machine.ts'
import type { Result } from '../core/words.ts'
import type { Course } from './course.ts'
import { hearWord } from './gate.ts'
import type { Setup } from './setup.ts'

/** Resolves to the server's last word (`closed`, or `paid` after all), or to `pending` where it gave none. Never rejects. */
export const makeClose =
  ({ transport, ledger }: Setup, course: Course, dispatch: (event: Event) => void) =>
  async (): Promise<Result> => {
    const asked = { payment: course.payment, order: course.plan.order }
    const answer = await transport('close', asked, makeAbort().signal)
    if (answer.is !== 'answered') return untold('pending', asked, answer.trouble)
    const heard = hearWord(answer.body, { ...asked, amount: course.amount })
    if (heard.type === 'mute') return untold('pending', asked, heard.trouble)
    if (heard.type === 'pending') return untold('pending', asked, new PayError('unconfirmed'))
    ledger.erase(asked.order, asked.payment)
    dispatch(heard)
    return told(heard.word)
  }
