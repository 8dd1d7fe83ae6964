/** What is made to go wrong is seen as it is explained; a code is carried by hand; the page is for everybody. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, lamps, openBench } from './bench.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
}, 120_000)
afterEach(() => fetch(`${bench.lab.origin}/switches`, { method: 'DELETE' }))
afterAll(() => bench.stop())

const arrows = (page: Page) => page.locator('#messages button').allTextContents()

describe('a switch', () => {
  it('for a bridge that lies: the wallet says ok, and neither the server nor the page calls it paid', async () => {
    const { page, close } = await bench.open('official-account')
    await page.locator('#fault-bridge-lies').click()
    expect(await page.locator('.expect').textContent()).toContain('never says paid')
    await page.locator('#play').click()
    await page.locator('body[data-played="done"]').waitFor({ timeout: 30_000 })
    await expect.poll(() => arrows(page)).toContain('ok')
    const unpaid = { wallet: 'nothing taken', merchant: 'pending', page: 'still checking' }
    await expect.poll(() => lamps(page), { timeout: 10_000 }).toEqual(unpaid)
    await page.locator('.reset').click()
    await expect.poll(() => bench.town.wallets.faults.bridge).toBe('honest')
    expect(await page.locator('#faults [aria-pressed="true"]').count()).toBe(0)
    await close()
  }, 50_000)

  it('for an answer that is lost: it is asked again with the same id, and paid once', async () => {
    const { page, close } = await bench.open('native-qr')
    await page.locator('#fault-lost').click()
    await page.locator('#play').click()
    const paid = { wallet: '¥29.90', merchant: 'paid', page: 'paid' }
    await expect.poll(() => lamps(page), { timeout: 40_000 }).toEqual(paid)
    const heard = await arrows(page)
    for (const [name, times] of Object.entries({ lost: 1, prepare: 2, 'open · native': 1 }))
      expect(
        heard.filter((each) => each === name),
        name,
      ).toHaveLength(times)
    expect(await page.locator('#fault-lost').getAttribute('aria-pressed')).toBe('false')
    await close()
  }, 50_000)
})

describe('by hand', () => {
  it('a code is dragged from the screen onto the phone, which opens what it holds', async () => {
    const { page, close } = await bench.open('jsapi', 'zh')
    await page.locator('#carry-picture').dragTo(page.locator('#phone-figure'))
    const opened = `${bench.town.places.wechat}/?product=cup`
    await expect.poll(() => page.frames().filter((frame) => frame.url().startsWith(opened))).toHaveLength(1)
    await expect.poll(() => page.locator('#phone-app').textContent()).toBe('微信')
    await close()
  })

  it('a message is pressed and shows what it holds, redacted', async () => {
    const { page, close } = await bench.open('official-account')
    await page.frameLocator('#phone').locator('#buy button').click()
    await page.locator('#messages button', { hasText: 'new order' }).click()
    expect(await page.locator('#detail').textContent()).toContain('POST /orders')
    expect(await page.locator('#detail pre').textContent()).toContain('"product": "longjing"')
    await close()
  })
})

describe('for everybody', () => {
  it.each([
    ['zh', 'light', 1440],
    ['en', 'dark', 1024],
  ] as const)('in %s, %s, %i wide: axe finds nothing, and nothing is cut off', async (language, colorScheme, width) => {
    const { page, complaints, close } = await bench.open('native-qr', language)
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await page.frameLocator('#pc').locator('#buy button').click()
    await page.locator('#messages button').first().click()
    await page.locator('#fault-notice-lost').click()
    await page.evaluate(axe)
    const { violations }: AxeResults = await page.evaluate('axe.run({ iframes: false })')
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(complaints).toEqual([])
    await close()
  })
})
