/** The host of a simulated page. */
import type { Host } from '../../src/core/ports.ts'
import type { Client } from './client.ts'
import { send } from './network.ts'
import type { Page } from './page.ts'
import { storeOf } from './storage.ts'
import type { Town } from './town.ts'
import { traitsOf } from './way.ts'

const never = new Promise<never>(() => {})

/** A mini program has its locks to itself; in a browser another process answers. */
const lockMs = 5

const isBrowser = ({ story }: Town): boolean => traitsOf(story.way).setting === 'browser'

const lockOf =
  (town: Town, page: Page): Host['lock'] =>
  (name) => {
    const { holders } = page.device
    const fault = town.pass('lock', page)
    if (!page.isAlive()) return never
    if (!town.story.locks) return Promise.resolve(() => {})
    const take = () => {
      if (fault === 'denied' || holders.has(name)) return null
      holders.set(name, page)
      return () => {
        if (holders.get(name) === page) holders.delete(name)
      }
    }
    if (!isBrowser(town)) return Promise.resolve(take())
    return new Promise((resolve) => page.later(lockMs, () => resolve(take())))
  }

/** In a browser a lock can be taken before it is needed. */
const reservesOf = (town: Town, page: Page, { makeReserves }: Client): Partial<Host> =>
  isBrowser(town) ? makeReserves(lockOf(town, page), page.after, (hear) => page.on('gone', hear)) : {}

/** Tabs hear of each other a moment later. */
const tabsOf = (page: Page): Pick<Host, 'announce' | 'hear'> => {
  const { ears } = page.device
  return {
    announce: (name) => {
      if (!page.isAlive()) return
      for (const ear of [...ears])
        if (ear.name === name && ear.page.isAlive()) ear.page.later(1, () => ears.has(ear) && ear.listener())
    },
    hear: (name, listener) => {
      const ear = { page, name, listener }
      if (page.isAlive()) ears.add(ear)
      return () => void ears.delete(ear)
    },
  }
}

/** One runtime is all there is: whoever listens hears at once. */
const announceAtOnce =
  ({ device, isAlive }: Page): Host['announce'] =>
  (name) => {
    if (isAlive()) for (const ear of [...device.ears]) if (ear.name === name) ear.listener()
  }

const pageOf = (town: Town, page: Page): Host['page'] => {
  const depart = (url: string, text: string) => {
    if (!url.startsWith('https://')) return false
    town.pass('leave', page)
    if (page.isAlive()) town.depart(page, url, text)
    return true
  }
  return {
    url: () => page.url,
    rewrite: (url) => {
      if (page.isAlive()) page.url = url
    },
    leave: (url) => depart(url, url),
    submit: (url, fields) => depart(url, JSON.stringify(fields)),
    hidden: () => page.hidden,
    onWake: (listener) => page.on('wake', listener),
    onHide: (listener) => page.on('hide', listener),
  }
}

/** No mini program has a clock that never goes back: it adds up how far the wall's went on. */
const sumOfWall = (wallMs: () => number): (() => number) => {
  let elapsedMs = 0
  let lastMs = wallMs()
  return () => {
    const nowMs = wallMs()
    elapsedMs += Math.max(nowMs - lastMs, 0)
    lastMs = nowMs
    return elapsedMs
  }
}

const miniHands = (page: Page, { miniStore, miniPage }: Client): Partial<Host> => {
  if (!page.mini) return {}
  const { name, sdk, boxed } = page.mini
  return {
    monotonicMs: sumOfWall(page.device.wallMs),
    store: miniStore({ sdk: () => sdk, ...(boxed && { boxed }) }),
    page: miniPage(sdk),
    announce: announceAtOnce(page),
    foreign: (wanted) => (wanted === name ? sdk : undefined),
  }
}

export const makeHands = (town: Town, page: Page, client: Client): Host => ({
  wallMs: page.device.wallMs,
  monotonicMs: page.device.monotonicMs,
  after: page.after,
  newId: town.newId,
  chance: town.chance,
  post: (url, request) => (page.isAlive() ? send(town, page, url, request) : never),
  nativeSignal: () => undefined,
  store: storeOf(town, page),
  page: pageOf(town, page),
  lock: lockOf(town, page),
  ...reservesOf(town, page, client),
  ...tabsOf(page),
  foreign: (name) => page.globals[name],
  onEvent: page.on,
  bridge: page.bridge,
  ...miniHands(page, client),
})
