/** The host of a simulated page. */
import type { Host, Store } from '../../src/core/ports.ts'
import { send } from './network.ts'
import type { Page } from './page.ts'
import type { Town } from './town.ts'

const never = new Promise<never>(() => {})

const storeOf = (town: Town, page: Page): Store => {
  const { device } = page
  return {
    read: (key) => {
      const fault = town.pass('read', page)
      if (!page.isAlive() || !device.keeps || fault === 'empty') return null
      return fault === 'garbled' ? '{"version":1,' : (device.kept.get(key) ?? null)
    },
    write: (key, text) => {
      const fault = town.pass('write', page)
      if (!page.isAlive()) return true
      if (!device.keeps || fault === 'full') return false
      device.kept.set(key, text)
      return true
    },
    erase: (key) => {
      if (page.isAlive() && device.keeps) device.kept.delete(key)
    },
  }
}

const lockOf =
  (town: Town, page: Page): Host['lock'] =>
  (name) => {
    const { holders } = page.device
    const fault = town.pass('lock', page)
    if (!page.isAlive()) return never
    if (!town.story.locks) return Promise.resolve(() => {})
    if (fault === 'denied' || holders.has(name)) return Promise.resolve(null)
    holders.set(name, page)
    return Promise.resolve(() => {
      if (holders.get(name) === page) holders.delete(name)
    })
  }

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

export const makeHands = (town: Town, page: Page): Host => ({
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
  ...tabsOf(page),
  foreign: (name) => page.globals[name],
  onEvent: page.on,
})
