/** What a page keeps on its device, and how that fails. */
import type { Store } from '../../src/core/ports.ts'
import type { Page } from './page.ts'
import type { Town } from './town.ts'

export const storeOf = (town: Town, page: Page): Store => {
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
