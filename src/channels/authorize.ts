/** No identity yet: the page leaves for the wallet's OAuth page and comes back with a code. */
import { authorizeShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { DETOURED, URL_REFUSED } from '../core/raw.ts'
import { interpretLeaving } from './leaving.ts'

/** Opens no wallet order: afterwards the same payment is prepared again. */
export const authorize: Channel = {
  kind: 'authorize',
  shape: authorizeShape,
  needs: ['document'],
  leaves: true,
  detours: true,
  invoke: ({ url }: Actions['authorize'], { page }) => Promise.resolve(page.leave(url) ? DETOURED : URL_REFUSED),
  /** Only what the page itself did; see `interpretLeaving`. */
  interpret: interpretLeaving,
}
