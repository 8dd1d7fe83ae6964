/** Which place this is, from what can be seen of it. */
import type { Place, Signals } from '../core/ports.ts'
import type { Platform } from '../core/words.ts'

export interface Detection {
  readonly platform: Platform
  readonly place: Place
  readonly evidence: readonly string[]
}

/** Where nothing speaks for any place, nothing can be invoked: what a server is. */
const nowhere: Place = { name: 'server', recognise: () => [], channels: [], without: {} }

/** The first of `places` that recognises itself, with what speaks for it. Pure. */
export const detect = (places: readonly Place[], signals: Signals): Detection => {
  for (const place of places) {
    const evidence = place.recognise(signals)
    if (evidence) return { platform: place.name, place, evidence }
  }
  return { platform: nowhere.name, place: nowhere, evidence: [] }
}
