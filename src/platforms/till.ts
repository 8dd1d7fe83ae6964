/** A counter with a scanner: the payer shows a code, and the server sends it on to the wallet. */
import { code } from '../channels/code.ts'
import type { Place } from '../core/ports.ts'

/** Nothing in a page or a process says that it is a till: the door `isopay/till` does. */
export const till: Place = {
  name: 'till',
  recognise: () => ['isopay/till'],
  channels: [code],
  without: {},
}
