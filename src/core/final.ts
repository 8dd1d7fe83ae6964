/** The server's last word, and the results that can be made: `paid` only out of that word. */
import type { Word } from '../contract/derived.ts'
import { PayError } from './errors.ts'
import type { Result, Status } from './words.ts'

declare const spoken: unique symbol

/** A word of the server's after which nothing more will come. Made by `finalOf` alone. */
export type Final = Word & { readonly status: 'paid' | 'closed' | 'failed' | 'refunded'; readonly [spoken]: true }

/** The word as a final one, or undefined while it is pending. */
export const finalOf = (word: Word): Final | undefined => (word.status === 'pending' ? undefined : (word as Final))

/** What the server's last word means for the caller. A refunded order is closed: the money came and went back. */
export const told = ({ status, payment, order, amount, paidBy, refunded }: Final): Result => ({
  status: status === 'refunded' ? 'closed' : status,
  payment,
  order,
  amount,
  ...(paidBy && { paidBy }),
  ...(refunded && { refunded }),
  ...(status !== 'paid' && { error: new PayError(status) }),
})

/** A result that no word of the server's stands behind. It cannot be `paid`. */
export const untold = (
  status: Exclude<Status, 'paid' | 'closed'>,
  { payment, order }: { readonly payment: string; readonly order: string },
  error: PayError,
): Result => ({ status, payment, order, error })
