/** Asking the server to close what is unpaid. */
import { makeAbort } from '../core/abort.ts'
import { PayError } from '../core/errors.ts'
import { told, untold } from '../core/final.ts'
import type { Result } from '../core/words.ts'
import type { Course } from './course.ts'
import { hearWord } from './gate.ts'

/** Resolves to the server's last word (`closed`, or `paid` after all), or to `pending` where it gave none. Never rejects. */
export const close = async ({ setup, payment, order, amount, dispatch }: Course): Promise<Result> => {
  const asked = { payment, order }
  const answer = await setup.transport('close', asked, makeAbort().signal)
  if (answer.is !== 'answered') return untold('pending', asked, answer.trouble)
  const heard = hearWord(answer.body, { ...asked, amount })
  if (heard.type === 'mute') return untold('pending', asked, heard.trouble)
  if (heard.type === 'pending') return untold('pending', asked, new PayError('unconfirmed'))
  setup.ledger.erase(order, payment)
  dispatch(heard)
  return told(heard.word)
}
