/** The hands of a page in a browser. */
import type { Host } from '../core/ports.ts'
import { clock } from './clock.ts'
import { makePost, nativeSignal } from './http.ts'
import type { Limits } from './navigation.ts'
import { webPage } from './web-page.ts'
import { foresee, lockForTap, reserve } from './web-press.ts'
import { webStore } from './web-store.ts'
import { makeTabs } from './web-tabs.ts'

export const makeWebHost = (limits: Omit<Limits, 'pageUrl'>): Host => ({
  ...clock,
  ...makeTabs(),
  post: makePost(),
  nativeSignal,
  store: webStore,
  page: webPage(limits),
  lock: lockForTap,
  foresee,
  reserve,
  foreign: (name) => (window as unknown as Record<string, unknown>)[name],
  onEvent: (event, listener) => {
    const hear = (fired: Event) => listener((fired as CustomEvent<unknown>).detail)
    document.addEventListener(event, hear)
    return () => document.removeEventListener(event, hear)
  },
})
