/** A check of every answer that the trial has seen. */
import type { Came, Check, Exchange } from './words.ts'

/** Finds the first answer that `wrong` has a word on. */
export const lookingBack =
  (wrong: (came: Came, exchange: Exchange) => string | undefined): Check['run'] =>
  async ({ exchanges }) => {
    for (const shownBy of exchanges) {
      const saw = typeof shownBy.came === 'string' ? undefined : wrong(shownBy.came, shownBy)
      if (saw !== undefined) return { saw, shownBy }
    }
    return undefined
  }
