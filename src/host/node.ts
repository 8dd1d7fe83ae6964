/** The hands of a server: nothing is invoked there, so there is no page, and what is stored lives as long as the process. */
import type { Host, Page } from '../core/ports.ts'
import { clock } from './clock.ts'
import { makePost, nativeSignal } from './http.ts'

const nothing = () => {}

const noPage: Page = {
  url: () => '',
  rewrite: nothing,
  leave: () => false,
  submit: () => false,
  hidden: () => false,
  onWake: () => nothing,
  onHide: () => nothing,
}

const makeLock = (): Host['lock'] => {
  const taken = new Set<string>()
  return async (name) => {
    if (taken.has(name)) return null
    taken.add(name)
    return () => void taken.delete(name)
  }
}

export const makeNodeHost = (): Host => {
  const kept = new Map<string, string>()
  return {
    ...clock,
    post: makePost(),
    nativeSignal,
    store: {
      read: (key) => kept.get(key) ?? null,
      write: (key, text) => kept.set(key, text).has(key),
      erase: (key) => void kept.delete(key),
    },
    page: noPage,
    lock: makeLock(),
    announce: nothing,
    hear: () => nothing,
    foreign: () => undefined,
    onEvent: () => nothing,
  }
}
