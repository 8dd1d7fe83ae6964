/** A page: it hears, it hides, and it may die at any moment; nothing that a dead page does reaches the world. */
import type { AppBridge } from '../../src/core/ports.ts'
import type { Device } from './device.ts'
import type { Mini } from './mini-sdk.ts'
import type { Town } from './town.ts'

export interface Page {
  readonly id: number
  readonly tab: number
  readonly device: Device
  readonly globals: Record<string, unknown>
  /** What a mini program has in place of globals. */
  mini: Mini | null
  /** What the shop's own app hands in. */
  bridge: AppBridge | undefined
  readonly isAlive: () => boolean
  url: string
  hidden: boolean
  /** A listener of the caller's throws from now on. */
  throws: boolean
  /** Runs `work` on this page, if it lives by then; later if the device sleeps. */
  readonly later: (delayMs: number, work: () => void) => () => void
  /** As a page's own timer: it stands still while the device sleeps. */
  readonly after: (delayMs: number, work: () => void) => () => void
  readonly on: (event: string, listener: (detail?: unknown) => void) => () => void
  readonly fire: (event: string, detail?: unknown) => void
  readonly hide: () => void
  readonly wake: () => void
  /** With a farewell: what listens to `hide` hears it. */
  readonly unload: () => void
  /** As by a crash. */
  readonly die: () => void
  readonly dropLocks: () => void
  readonly held: () => number
}

export const pagesOwn = 'the page’s own'

export const makePage = (town: Town, device: Device, tab: number, url: string): Page => {
  const { timeline, book } = town
  const ears = new Map<string, Set<(detail?: unknown) => void>>()
  const timers = new Set<object>()
  let alive = true

  const attempt = (work: () => void) => {
    try {
      work()
    } catch (thrown) {
      const text = String(thrown)
      book.told({ page: page.id, did: text.includes(pagesOwn) ? 'interrupted' : 'threw', text })
    }
  }

  const later = (delayMs: number, work: () => void): (() => void) =>
    timeline.at(delayMs, () => {
      const sleepsMs = device.awakeAtMs - timeline.nowMs()
      if (alive && sleepsMs > 0) later(sleepsMs, work)
      else if (alive) attempt(work)
    })

  const after = (delayMs: number, work: () => void): (() => void) => {
    if (!alive) return () => {}
    const timer = {}
    let sleptMs = device.sleptMs
    const fire = () => {
      const lateMs = device.sleptMs - sleptMs
      sleptMs = device.sleptMs
      if (lateMs > 0) forget = timeline.at(lateMs, fire)
      else if (alive && timers.delete(timer)) {
        town.pass('timer', page)
        if (alive) attempt(work)
      }
    }
    let forget = timeline.at(delayMs, fire)
    timers.add(timer)
    return () => {
      forget()
      timers.delete(timer)
    }
  }

  const on = (event: string, listener: (detail?: unknown) => void) => {
    const entry = (detail?: unknown) => listener(detail)
    const row = ears.get(event) ?? new Set()
    ears.set(event, row.add(entry))
    return () => void row.delete(entry)
  }

  const fire = (event: string, detail?: unknown) => {
    for (const listener of [...(ears.get(event) ?? [])]) if (alive) attempt(() => listener(detail))
  }

  const dropLocks = () => {
    for (const [name, holder] of [...device.holders]) if (holder === page) device.holders.delete(name)
  }

  const die = () => {
    if (!alive) return
    alive = false
    book.told({ page: page.id, did: 'dead' })
    device.pages.delete(page)
    for (const ear of [...device.ears]) if (ear.page === page) device.ears.delete(ear)
    dropLocks()
  }

  const hide = () => {
    page.hidden = true
    if (alive) book.told({ page: page.id, did: 'hide' })
    fire('hide')
  }

  const wake = () => {
    page.hidden = false
    if (alive) book.told({ page: page.id, did: 'wake' })
    fire('wake')
  }

  const unload = () => {
    hide()
    die()
  }

  const heldEars = () => [...ears.values()].reduce((sum, row) => sum + row.size, 0)
  const heldLocks = () => [...device.holders.values()].filter((holder) => holder === page).length

  const page: Page = {
    id: town.countPage(),
    tab,
    device,
    globals: {},
    mini: null,
    bridge: undefined,
    isAlive: () => alive,
    url,
    hidden: false,
    throws: false,
    later,
    after,
    on,
    fire,
    hide,
    wake,
    unload,
    die,
    dropLocks,
    held: () => timers.size + heldEars() + heldLocks(),
  }
  device.pages.add(page)
  return page
}
