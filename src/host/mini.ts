/** The hands of a mini program. */
import type { Host } from '../core/ports.ts'
import { inProcess } from './in-process.ts'
import { makeNewId } from './mini-chance.ts'
import { makePost } from './mini-http.ts'
import { miniPage } from './mini-page.ts'
import type { Runtime } from './mini-runtimes.ts'
import { miniStore } from './mini-store.ts'
import { timers } from './timers.ts'

/** No runtime has a monotonic clock for certain: this one adds up how far the wall went on, and never goes back with it. */
const makeMonotonicMs = (): Host['monotonicMs'] => {
  let elapsedMs = 0
  let lastMs = timers.wallMs()
  return () => {
    const nowMs = timers.wallMs()
    elapsedMs += Math.max(nowMs - lastMs, 0)
    lastMs = nowMs
    return elapsedMs
  }
}

export const makeMiniHost = (runtime: Pick<Runtime, 'name' | 'sdk' | 'boxed'>): Host => {
  const sdk = runtime.sdk()
  return {
    ...timers,
    ...inProcess,
    monotonicMs: makeMonotonicMs(),
    newId: makeNewId(sdk),
    post: makePost(sdk),
    nativeSignal: () => undefined,
    store: miniStore(runtime),
    page: miniPage(sdk),
    foreign: (name) => (name === runtime.name ? sdk : undefined),
    onEvent: () => () => {},
  }
}
