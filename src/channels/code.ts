/** A payment code that the server has sent on: there is nothing to carry out here, only to ask what became of it. */
import { codeShape } from '../contract/action-shapes.ts'
import type { Channel } from '../core/ports.ts'

export const code: Channel = {
  kind: 'code',
  shape: codeShape,
  needs: [],
  leaves: false,
  invoke: () => Promise.resolve(undefined),
  /** No wallet speaks on this side of the counter. */
  interpret: () => ({ is: 'unknown' }),
}
