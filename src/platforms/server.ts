/** No page and no wallet: Node, a worker, a server that renders. Nothing can be invoked. */
import type { Place } from '../core/ports.ts'
import { objects, orNull, overruled } from './evidence.ts'

/** First of the list: a worker has its page's user agent. */
export const server: Place = {
  name: 'server',
  recognise: (signals) => {
    if (overruled(signals) || objects(signals, ['document']).length > 0) return null
    return orNull(objects(signals, ['process', 'importScripts']))
  },
  channels: [],
  without: {},
}
