/** A world without surprises: a `Host` whose clock, network, storage, locks and page do as the test says. */
import type { Host } from '../core/ports.ts'
import { type FakeDevice, fakeDevice } from './device.ts'
import { listenerTable } from './listeners.ts'
import { type Answer, fakeNetwork, offline, type Sent } from './network.ts'

export { settle } from './clock.ts'
export { fakeSignal } from './listeners.ts'

/** What a tab begins with. Each has a default. */
export interface FakeOptions {
  /** The address of the page. Default: `https://shop.example/pay`. */
  readonly url?: string
  /** What wallets put into the global scope, by name. May be changed later through `fake.globals`. */
  readonly globals?: Record<string, unknown>
  /** The merchant's server; by default every request fails as if there were no network. */
  readonly answer?: Answer
  /** Which URLs the page may leave to; by default all of https. */
  readonly allows?: (url: string) => boolean
  /** The seed of its chance and its ids: one seed, one trace. Default 1. */
  readonly seed?: number
  /** Another tab of the same browser: one clock, store, locks and announcements for both. */
  readonly beside?: FakeHost
}

/** A way out that was taken: a GET, or a POST with its fields. */
interface Departure {
  readonly url: string
  readonly fields?: Readonly<Record<string, string>>
}

/** One tab, and the hands that move it. */
export interface FakeHost {
  /** The hands themselves, for what is tested. */
  readonly host: Host
  /** What outlives the tab: clock, storage, locks. */
  readonly device: FakeDevice
  /** What wallets put into the global scope, by name. */
  readonly globals: Record<string, unknown>
  /** Requests in the order they were sent. */
  readonly sent: readonly Sent[]
  /** The ways out that the page took, in order. */
  readonly departures: readonly Departure[]
  /** Passes `ms` milliseconds: what falls due runs in order, with promises settled in between. */
  readonly advance: (ms: number) => Promise<void>
  /** Moves the wall clock alone by `ms` milliseconds: forward for a sleep, back for a clock that somebody set. */
  readonly shiftWall: (ms: number) => void
  /** Fires an event on the document, such as `WeixinJSBridgeReady`. */
  readonly fire: (event: string, detail?: unknown) => void
  /** Another app comes to the front. */
  readonly hide: () => void
  /** Comes back to the front. */
  readonly wake: () => void
  /** Gone for good: timers and listeners are dead, locks dropped. Reload with `fakeHost({ beside: gone })`. */
  readonly unload: () => void
  /** Storage that refuses to keep anything and gives nothing back. */
  readonly breakStore: () => void
  /** Puts another server in the place of the present one. */
  readonly setAnswer: (answer: Answer) => void
  /** What this tab still holds; all zero after a clean exit. */
  readonly held: () => { readonly timers: number; readonly listeners: number; readonly locks: number }
}

const nativeSignal: Host['nativeSignal'] = ({ onAbort }) => {
  const controller = new AbortController()
  onAbort(() => controller.abort())
  return controller.signal
}

/** The timers of one tab: counted, and dead with it. */
const tabTimers = (device: FakeDevice) => {
  const live = new Set<() => void>()
  const after = (delayMs: number, work: () => void) => {
    const cancel = device.clock.after(delayMs, () => {
      live.delete(forget)
      work()
    })
    const forget = () => {
      cancel()
      live.delete(forget)
    }
    live.add(forget)
    return forget
  }
  const clear = () => {
    for (const forget of [...live]) forget()
  }
  return { after, clear, count: () => live.size }
}

const tabLocks = ({ locks }: FakeDevice) => {
  const holder = {}
  const drop = (name: string) => {
    if (locks.get(name) === holder) locks.delete(name)
  }
  const lock = async (name: string) => {
    if (locks.has(name)) return null
    locks.set(name, holder)
    return () => drop(name)
  }
  const clear = () => {
    for (const name of [...locks.keys()]) drop(name)
  }
  return { lock, clear, count: () => [...locks.values()].filter((each) => each === holder).length }
}

const tabPage = (start: string, allows: (url: string) => boolean, events: ReturnType<typeof listenerTable>) => {
  const departures: Departure[] = []
  let url = start
  let hidden = false
  const depart = (departure: Departure) => allows(departure.url) && departures.push(departure) > 0
  const page: Host['page'] = {
    url: () => url,
    rewrite: (next) => {
      url = next
    },
    leave: (target) => depart({ url: target }),
    submit: (target, fields) => depart({ url: target, fields: { ...fields } }),
    hidden: () => hidden,
    onWake: (listener) => events.add('#wake', listener),
    onHide: (listener) => events.add('#hide', listener),
  }
  const show = (next: boolean) => {
    hidden = !next
    events.fire(next ? '#wake' : '#hide')
  }
  return { page, departures, show }
}

const tabStore = ({ kept }: FakeDevice) => {
  let broken = false
  const store: Host['store'] = {
    read: (key) => (broken ? null : (kept.get(key) ?? null)),
    write: (key, text) => !broken && kept.set(key, text).has(key),
    erase: (key) => void kept.delete(key),
  }
  const breakStore = () => {
    broken = true
  }
  return { store, breakStore }
}

/** A tab of a browser in which nothing happens by itself. */
export const fakeHost = (options: FakeOptions = {}): FakeHost => {
  const device = options.beside?.device ?? fakeDevice(options.seed ?? 1)
  const globals = options.globals ?? {}
  const events = listenerTable()
  const heard = listenerTable(device.heard)
  const timers = tabTimers(device)
  const locks = tabLocks(device)
  const { store, breakStore } = tabStore(device)
  const { monotonicMs, wallMs, advance, shiftWall } = device.clock
  const { post, sent, setAnswer } = fakeNetwork({ after: timers.after, monotonicMs }, options.answer ?? offline)
  const { page, departures, show } = tabPage(
    options.url ?? 'https://shop.example/pay',
    options.allows ?? ((url) => url.startsWith('https://')),
    events,
  )

  const host: Host = {
    wallMs,
    monotonicMs,
    after: timers.after,
    newId: device.newId,
    chance: device.chance,
    post,
    nativeSignal,
    store,
    page,
    lock: locks.lock,
    announce: (name) => void Promise.resolve().then(() => heard.fire(name)),
    hear: heard.add,
    foreign: (name) => globals[name],
    onEvent: events.add,
  }

  const unload = () => {
    show(false)
    for (const each of [timers, events, heard, locks]) each.clear()
  }

  return {
    host,
    device,
    globals,
    sent,
    departures,
    advance,
    shiftWall,
    fire: events.fire,
    hide: () => show(false),
    wake: () => show(true),
    unload,
    breakStore,
    setAnswer,
    held: () => ({ timers: timers.count(), listeners: events.count() + heard.count(), locks: locks.count() }),
  }
}
