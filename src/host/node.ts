/** The hands of a server: nothing is invoked there, and what is stored lives as long as the process. */
import type { Host } from '../core/ports.ts'
import { clock } from './clock.ts'
import { makePost, nativeSignal } from './http.ts'
import { inProcess } from './in-process.ts'
import { noPage } from './no-page.ts'

export const makeNodeHost = (): Host => {
  const kept = new Map<string, string>()
  return {
    ...clock,
    ...inProcess,
    post: makePost(),
    nativeSignal,
    store: {
      read: (key) => kept.get(key) ?? null,
      write: (key, text) => kept.set(key, text).has(key),
      erase: (key) => void kept.delete(key),
    },
    page: noPage,
    foreign: () => undefined,
    onEvent: () => () => {},
  }
}
