/** The built panel as a payer meets it: in a real Chromium, under a strict policy, by keyboard, in every state. */
import { describe, expect, it } from 'vitest'
import type { SceneName } from '../../src/panel/scenes.ts'
import { ended, gallery } from './gallery.ts'
import { isUsedByKeyboard } from './keyboard.ts'
import { counted, heldIn, mountTimes, openMeter } from './leftovers.ts'
import { bring, button, type Stall, section, stateOf } from './pages.ts'
import { violations } from './rules.ts'
import { readIn } from './screenshot.ts'
import { stalls } from './stalls.ts'

const { withStall, newPage } = stalls()

const names = Object.keys(gallery(0)) as SceneName[]

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
        expect(await readIn(newPage, await stall.page.locator('main').screenshot())).toEqual([content, content])
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

describe('by keyboard', () => isUsedByKeyboard(withStall))

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

it('leaves no node, listener, timer or lock behind after 1,000 mounts, and less than 1 MB', () => {
  const leave = async (stall: Stall): Promise<void> => {
    await bring(stall, 'showing', 'en')
    const measure = await openMeter(stall)
    await mountTimes(stall, 50)
    const before = await measure()
    await mountTimes(stall, 1000)
    const after = await measure()
    // The countdown of the one that stands writes its text anew by the second.
    expect(after('Nodes') - before('Nodes')).toBeLessThan(10)
    expect(after('JSEventListeners') - before('JSEventListeners')).toBe(0)
    expect(after('JSHeapUsedSize') - before('JSHeapUsedSize')).toBeLessThan(1_000_000)
    expect(await heldIn(stall)).toEqual([1, 1, 0])
  }
  return withStall(leave, {}, counted)
})
