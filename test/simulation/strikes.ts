/** What may strike anywhere: the device, the page, the payer and the shop. */
import { type Device, isAsleep, sleep } from './device.ts'
import type { Fault } from './faults.ts'
import { anywhere, type Step } from './faults.ts'
import type { Terms } from './ledger.ts'
import type { Page } from './page.ts'
import type { Act } from './story.ts'
import type { Town } from './town.ts'

const anywhereNames = new Set<string>(anywhere)
const spoiling: readonly string[] = ['empty', 'garbled']
const dayMs = 86_400_000

export const makeStrikes = (town: Town, below: (limit: number) => number) => {
  const { story, timeline, book } = town
  const { at, nowMs } = timeline
  const passed = new Map<Step, number>()
  let offlineUntilMs = 0
  let struck = 0
  let isSpoilt = false
  let wasFull = false

  const turnClock = ({ device }: Page, status: 'back' | 'on') => {
    book.told({ page: -1, did: 'clock', status })
    device.offsetMs += status === 'on' ? dayMs : -dayMs
  }

  const shutLid = (device: Device) => {
    if (isAsleep(device, timeline)) return
    const ms = 1_000 * (20 + below(400))
    book.told({ page: -1, did: 'sleep', untilMs: nowMs() + ms })
    sleep(device, timeline, ms)
  }

  const strikes: Readonly<Record<string, (page: Page) => void>> = {
    die: (page) => page.die(),
    sleep: ({ device }) => shutLid(device),
    'clock-back': (page) => turnClock(page, 'back'),
    'clock-on': (page) => turnClock(page, 'on'),
    'offline-20s': () => {
      offlineUntilMs = nowMs() + 20_000
    },
    'storage-breaks': ({ device }) => {
      isSpoilt = true
      device.keeps = false
    },
    'listener-throws': (page) => {
      page.throws = true
    },
    refund: () => town.merchant.refund(),
  }

  const strike = (is: string, page: Page): void => {
    if (is === 'die' || is === 'storage-breaks') return strikes[is]?.(page)
    const order = town.orderOf(page) === 'order-1' ? 0 : 1
    at(0, () => {
      if (strikes[is]) strikes[is](page)
      else if (is === 'tap-elsewhere') town.act({ atMs: 0, tab: 1 - page.tab, order, does: 'tap' })
      else if (page.isAlive()) town.act({ atMs: 0, tab: page.tab, order, does: is as Act['does'] })
    })
  }

  const hit = ({ is }: Fault, page: Page): string | undefined => {
    struck += 1
    if (spoiling.includes(is)) isSpoilt = true
    if (is === 'full') wasFull = true
    if (!anywhereNames.has(is)) return is
    strike(is, page)
    return undefined
  }

  /** A step is passed: what strikes anywhere strikes, and what is wrong with this step alone is named. */
  const pass = (step: Step, page: Page): string | undefined => {
    if (story.faults.length === 0) return undefined
    const count = passed.get(step) ?? 0
    passed.set(step, count + 1)
    let found: string | undefined
    for (const fault of story.faults) if (fault.at === step && fault.nth === count) found = hit(fault, page) ?? found
    return found
  }

  return {
    pass,
    isOffline: () => offlineUntilMs > nowMs(),
    memory: (): Terms['memory'] => {
      if (isSpoilt) return 'spoilt'
      if (!story.storage) return 'page'
      return wasFull ? 'full' : 'device'
    },
    countStruck: () => struck,
  }
}
