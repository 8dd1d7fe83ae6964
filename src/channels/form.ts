/** The page leaves by POST: Alipay's page pay for signed fields that are too long for a URL. */
import { formShape } from '../contract/action-shapes.ts'
import type { Actions } from '../contract/derived.ts'
import type { Channel } from '../core/ports.ts'
import { LEFT, URL_REFUSED } from '../core/raw.ts'
import { interpretLeaving } from './leaving.ts'

/**
 * The server's SDK makes HTML with a script in it; `innerHTML` would not run it and would be a hole. So the action holds
 * URL and fields, and the host builds the form: alipay-sdk 4.14 `pageExecute('POST')`, read 2026-11.
 */
export const form: Channel = {
  kind: 'form',
  shape: formShape,
  needs: ['document'],
  leaves: true,
  invoke: ({ url, fields }: Actions['form'], { page }) =>
    Promise.resolve(page.submit(url, fields) ? LEFT : URL_REFUSED),
  /** Only what the page itself did; see `interpretLeaving`. */
  interpret: interpretLeaving,
}
