/** The built panel as a payer meets it: in a real Chromium, under a strict policy, by keyboard, in every state. */
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfMissing } from '../../examples/play/build.ts'
import { startChromium } from '../../examples/play/chromium.ts'
import type { SceneName } from '../../src/panel/scenes.ts'
import { readTwice } from '../qr/readers.ts'
import { ended, gallery } from './gallery.ts'
import { bring, openStall, type Stall } from './pages.ts'

let chromium: Browser
beforeAll(async () => {
  await buildIfMissing()
  chromium = await startChromium()
}, 60_000)
afterAll(() => chromium.close())

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

const names = Object.keys(gallery(0)) as SceneName[]
const stateOf = (name: SceneName) => gallery(Date.now())[name]
const section = (page: Page) => page.locator('isopay-panel section')
const button = (page: Page, id: string) => page.locator(`isopay-panel [part~="${id}"]`)

const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations: found } = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)} })`)) as axe.AxeResults
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

describe.each([
  ['zh', 'light', 1100],
  ['en', 'dark', 1100],
  ['zh', 'dark', 375],
  ['en', 'light', 375],
] as const)('in %s, %s, %i px wide', (lang, colorScheme, width) => {
  it(
    'every state breaks no rule of WCAG 2.2 AA, and no policy',
    () =>
      withStall(
        async (stall) => {
          for (const name of names) {
            await stall.reload()
            await bring(stall, name, lang)
            expect(await section(stall.page).getAttribute('data-scene')).toBe(name)
            expect(await violations(stall.page), name).toEqual([])
            expect(stall.complaints, name).toEqual([])
            const overflow = 'document.documentElement.scrollWidth - innerWidth'
            expect(await stall.page.evaluate(overflow), name).toBeLessThanOrEqual(0)
          }
        },
        { colorScheme, viewport: { width, height: 800 } },
      ),
    120_000,
  )
})

it('breaks no rule where a link pays, nor where another wallet would be elsewhere', () =>
  withStall(async ({ page, show, reload }) => {
    const showing = stateOf('showing')
    await show(showing && { ...showing, qr: { content: 'https://qr.alipay.com/bax01' } }, { lang: 'en' })
    await button(page, 'link').waitFor()
    expect(await violations(page)).toEqual([])
    await reload()
    await show(null, { lang: 'en', only: ['wechat'] })
    await button(page, 'elsewhere').waitFor()
    expect(await violations(page)).toEqual([])
  }))

it('hears of a rule that is broken', () =>
  withStall(async ({ page, show }) => {
    await show(null)
    await page.evaluate(`document.querySelector('main').append(document.createElement('button'))`)
    expect(await violations(page)).toEqual(['button-name: button'])
  }))

describe('the code on the screen', () => {
  /** Decoded in a page of its own, whose policy does not forbid it. */
  const readIn = async (picture: Buffer) => {
    const page = await chromium.newPage()
    const read = `(async () => {
      const image = await createImageBitmap(await (await fetch('data:image/png;base64,${picture.toString('base64')}')).blob())
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
      pen.drawImage(image, 0, 0)
      const { data, width, height } = pen.getImageData(0, 0, image.width, image.height)
      const reader = new FileReader()
      await new Promise((done) => { reader.onload = done; reader.readAsDataURL(new Blob([data])) })
      return [width, height, reader.result.split(',')[1]]
    })()`
    const [width, height, pixels] = (await page.evaluate(read)) as [number, number, string]
    await page.close()
    return readTwice(Uint8ClampedArray.from(Buffer.from(pixels, 'base64')), width, height)
  }

  it.each([
    [1, 'light'],
    [3, 'light'],
    [1, 'dark'],
    [3, 'dark'],
  ] as const)('is read from a screenshot at %i×, %s', (deviceScaleFactor, colorScheme) =>
    withStall(
      async (stall) => {
        await bring(stall, 'showing', 'zh')
        const content = stateOf('showing')?.qr?.content
        expect(await readIn(await stall.page.locator('main').screenshot())).toEqual([content, content])
      },
      { deviceScaleFactor, colorScheme },
    ),
  )

  it('is loaded when the first is shown, and not before', () =>
    withStall(async (stall) => {
      const loaded = () =>
        stall.page.evaluate(`performance.getEntriesByType('resource').some(({ name }) => name.includes('matrix'))`)
      await bring(stall, 'confirming', 'zh')
      expect(await loaded()).toBe(false)
      await bring(stall, 'showing', 'zh')
      expect(await loaded()).toBe(true)
    }))
})

describe('by keyboard', () => {
  it('a wallet is reached and tapped', () =>
    withStall(async ({ page, show }) => {
      await show(null)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('pressed')).toEqual(['pay alipay'])
    }))

  it('the focus stays on a button that stays', () =>
    withStall(async (stall) => {
      await bring(stall, 'showing', 'en')
      await button(stall.page, 'cancel').focus()
      await stall.change(stateOf('scanned') ?? ended('pending'))
      expect(await stall.page.evaluate('panel.shadowRoot.activeElement.textContent')).toBe('Cancel payment')
    }))

  it('the focus stays in the panel where its button goes away', () =>
    withStall(async (stall) => {
      await bring(stall, 'showing', 'en')
      await button(stall.page, 'renew').focus()
      await stall.change(ended('paid'))
      expect(await stall.page.evaluate('panel.shadowRoot.activeElement.tagName')).toBe('SECTION')
    }))

  it('the focus is not taken from the page', () =>
    withStall(async (stall) => {
      await bring(stall, 'showing', 'en')
      await stall.change(ended('paid'))
      expect(await stall.page.evaluate('document.activeElement.tagName')).toBe('BODY')
    }))
})

it('goes on where a listener of the page’s own throws', () =>
  withStall(async (stall) => {
    await stall.page.evaluate(`panel.addEventListener('isopay-change', () => { throw new Error('their own') })`)
    await bring(stall, 'confirming', 'en')
    await stall.change(ended('paid'))
    expect(await section(stall.page).getAttribute('data-scene')).toBe('paid')
    expect(new Set(stall.complaints)).toEqual(new Set(['their own']))
  }))

it('turns nothing where the payer wants less motion', async () => {
  const moving = async (reducedMotion: 'reduce' | 'no-preference') =>
    withStall(
      async (stall) => {
        await bring(stall, 'confirming', 'en')
        return stall.page.evaluate('panel.shadowRoot.getAnimations().length')
      },
      { reducedMotion },
    )
  expect([await moving('no-preference'), await moving('reduce')]).toEqual([1, 0])
})

it('takes the page’s colours, whatever the page calls them', () =>
  withStall(async (stall) => {
    await bring(stall, 'showing', 'en')
    const border = await stall.page.evaluate(`{
      document.documentElement.style.setProperty('--line', 'rgb(1, 2, 3)')
      panel.style.setProperty('--isopay-line', 'var(--line)')
      getComputedStyle(panel.shadowRoot.querySelector('section')).borderTopColor
    }`)
    expect(border).toBe('rgb(1, 2, 3)')
  }))

it('is styled under the same policy in engines that know no constructed sheets', () =>
  withStall(
    async (stall) => {
      await bring(stall, 'showing', 'en')
      const { width } = (await stall.page.locator('isopay-panel .qr').boundingBox()) ?? {}
      expect([width, stall.complaints]).toEqual([224, []])
    },
    {},
    'delete ShadowRoot.prototype.adoptedStyleSheets',
  ))

/** The page's timers that have not fired yet. */
const counted = `{ window.waiting = new Set()
  const [set, clear] = [setTimeout, clearTimeout]
  window.setTimeout = (work, ms) => {
    const timer = set(() => { waiting.delete(timer); work() }, ms)
    waiting.add(timer)
    return timer
  }
  window.clearTimeout = (timer) => { waiting.delete(timer); clear(timer) } }`

const locks = 'navigator.locks.query().then(({ held, pending }) => held.length + pending.length)'

it('leaves no node, listener, timer or lock behind after 1,000 mounts, and less than 1 MB', () => {
  const leave = async (stall: Stall): Promise<void> => {
    await bring(stall, 'showing', 'en')
    const devtools = await stall.page.context().newCDPSession(stall.page)
    await devtools.send('Performance.enable')
    const measure = async () => {
      await devtools.send('HeapProfiler.collectGarbage')
      const { metrics } = await devtools.send('Performance.getMetrics')
      return (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
    }
    const mounts = (count: number) =>
      stall.page.evaluate(`for (let count = ${count}; count > 0; count -= 1) {
        const made = document.createElement('isopay-panel')
        made.order = 'order-1'
        made.checkout = panel.checkout
        document.querySelector('main').append(made)
        made.remove()
      }`)
    await mounts(50)
    const before = await measure()
    await mounts(1000)
    const after = await measure()
    // The countdown of the one that stands writes its text anew by the second.
    expect(after('Nodes') - before('Nodes')).toBeLessThan(10)
    expect(after('JSEventListeners') - before('JSEventListeners')).toBe(0)
    expect(after('JSHeapUsedSize') - before('JSHeapUsedSize')).toBeLessThan(1_000_000)
    expect(await stall.page.evaluate(`Promise.all([listening(), waiting.size, ${locks}])`)).toEqual([1, 1, 0])
  }
  return withStall(leave, {}, counted)
})
