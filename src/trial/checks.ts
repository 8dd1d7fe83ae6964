/**
 * All checks, in the order in which they are made: first what opens nothing, then what the standing payment shows, then
 * what ends it, then what is paid at the stand-in wallets; in the end what all exchanges show.
 */
import { answers, later } from './answering.ts'
import { ends, unheard } from './closing.ts'
import { atTheSameTime, oneId } from './one-id.ts'
import { asked, overall } from './over-http.ts'
import { refusals, waits } from './refusing.ts'
import type { Check } from './words.ts'

export const checks: readonly Check[] = [
  ...answers,
  ...oneId,
  ...asked,
  ...refusals,
  ...unheard,
  ...later,
  ...ends,
  ...atTheSameTime,
  ...overall,
  ...waits,
]
