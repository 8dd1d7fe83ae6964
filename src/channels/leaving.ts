/** What is the same for every channel by which the page goes away. */
import { DETOURED, LEFT, URL_REFUSED } from '../core/raw.ts'
import type { Claim } from '../core/words.ts'

/**
 * What the page's own answer says happened. No wallet has spoken: not even a return to this page would say that it was
 * paid (law 1), so only where nothing left does this say more than "ask".
 */
export const interpretLeaving = (raw: unknown): Claim => {
  if (raw === LEFT) return { is: 'left' }
  if (raw === DETOURED) return { is: 'detoured' }
  return raw === URL_REFUSED ? { is: 'absent', reason: 'url_refused' } : { is: 'unknown' }
}
