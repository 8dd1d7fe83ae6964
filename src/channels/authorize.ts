/** No identity yet: the page leaves for the wallet's OAuth page and comes back with a code. */
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { DETOURED, URL_REFUSED } from '../core/raw.ts'
import { interpretLeaving } from './leaving.ts'

/** Opens no wallet order: afterwards the same payment is prepared again. */
export const authorize: Channel = {
  kind: 'authorize',
  needs: ['document'],
  leaves: true,
  detours: true,
  invoke: ({ url }: Actions['authorize'], { page }) => Promise.resolve(page.leave(url) ? DETOURED : URL_REFUSED),
  /** Only what the page itself did; see `interpretLeaving`. */
  interpret: interpretLeaving,
  symptoms: [
    {
      /** cnblogs 9545180, read 2026-11. */
      sign: /\b40163\b|code been used/i,
      cause: 'An OAuth code was sent to WeChat a second time: it works once, within 5 minutes',
      check:
        'That a retry at the server reuses the openid, and that nothing else on the page takes `code` from the URL',
    },
  ],
}
