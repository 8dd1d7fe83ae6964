/** What an ending comes to for the caller. */
import { PayError } from '../core/errors.ts'
import { told, untold } from '../core/final.ts'
import type { Ending, Event } from '../core/machine.ts'
import type { Result } from '../core/words.ts'
import type { Course } from './course.ts'

type Ended = Pick<Course, 'payment' | 'order' | 'trouble'>

const telling = ['order_busy', 'action_unknown', 'wallet_failed']

const whyPending = ({ type }: Event, { trouble }: Ended): PayError => {
  if (type === 'stop') return new PayError('stopped')
  if (trouble && telling.includes(trouble.code)) return trouble
  return new PayError('unconfirmed', trouble?.code ?? '', trouble?.cause)
}

/** `tell` comes with the server's last word and nothing else makes `paid`. */
export const resultOf = (ending: Ending, event: Event, course: Ended): Result => {
  if (event.type === 'final') return told(event.word)
  if (ending === 'cancel') return untold('cancelled', course, new PayError('cancelled'))
  if (ending === 'fail') return untold('failed', course, course.trouble ?? new PayError('network'))
  return untold('pending', course, whyPending(event, course))
}
