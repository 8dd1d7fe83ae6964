/** One Chromium for all tests of a file, and a stall in it for each. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildIfMissing } from '../../examples/play/build.ts'
import { startChromium } from '../../examples/play/chromium.ts'
import { openStall, type Stall } from './pages.ts'

/** Called once in a file: it starts the browser before the first test and closes it after the last. */
export const stalls = () => {
  let chromium: Browser
  beforeAll(async () => {
    await buildIfMissing()
    chromium = await startChromium()
  }, 60_000)
  afterAll(() => chromium.close())

  /** `before` runs in the page ahead of its own scripts. */
  const withStall = async <T>(
    work: (stall: Stall) => Promise<T>,
    options?: BrowserContextOptions,
    before?: string,
  ): Promise<T> => {
    const stall = await openStall(chromium, options, before)
    try {
      return await work(stall)
    } finally {
      await stall.close()
    }
  }
  return { withStall, newPage: (): Promise<Page> => chromium.newPage() }
}

export type WithStall = ReturnType<typeof stalls>['withStall']
