/** What the panel looks like in each state: drawn by one Chromium in one font, and held against what was looked at. */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfMissing } from '../../../examples/play/build.ts'
import type { SceneName } from '../../../src/panel/scenes.ts'
import { gallery } from '../../panel/gallery.ts'
import { bring, openStall } from '../../panel/pages.ts'
import { newest } from './packed.ts'
import { difference, type Grid, layOut } from './sheet.ts'

const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars']
let browser: Browser
let desk: Page
beforeAll(async () => {
  await buildIfMissing()
  browser = await chromium.launch({ executablePath: newest(), args })
  desk = await browser.newPage()
})
afterAll(() => browser.close())

const nowMs = Date.UTC(2026, 10, 25)
/** Nothing may hang on the clock, nor on which fonts a machine has. */
const still = `Date.now = () => ${nowMs} + later
  addEventListener('DOMContentLoaded', () => document.body.style.setProperty('--isopay-font', '16px/1.5 "DejaVu Sans", "WenQuanYi Micro Hei"'))`

type Language = 'zh' | 'en'
type Theme = 'light' | 'dark'

interface Shape extends Grid {
  readonly scale: number
}

const draw = async (name: SceneName, lang: Language, colorScheme: Theme, shape: Shape): Promise<Buffer> => {
  const { width, height, scale } = shape
  const viewport = { width: width / scale, height: height / scale }
  const options = { colorScheme, viewport, deviceScaleFactor: scale, reducedMotion: 'reduce' } as const
  const stall = await openStall(browser, options, still)
  await bring(stall, name, lang, nowMs)
  const picture = await stall.page.screenshot()
  await stall.close()
  return picture
}

const names = Object.keys(gallery(nowMs)) as SceneName[]
const shapes = {
  pc: { columns: 6, width: 480, height: 760, scale: 1 },
  phone: { columns: 6, width: 360, height: 760, scale: 1 },
} as const

const sheets = (['pc', 'phone'] as const).flatMap((shape) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).map((theme) => {
      const name = `${shape}-${lang}-${theme}`
      return { name, scenes: names, shape: shapes[shape], lang, theme }
    }),
  ),
)

/** One that the README shows. */
const single = (scene: SceneName, lang: Language, theme: Theme, height: number) => ({
  name: `${scene}-${lang}-${theme}`,
  scenes: [scene],
  shape: { columns: 1, width: 840, height, scale: 2 },
  lang,
  theme,
})
const shown = [
  single('choosing', 'en', 'dark', 656),
  single('choosing', 'zh', 'dark', 656),
  single('showing', 'en', 'light', 1334),
  single('showing', 'zh', 'light', 1334),
]

/** A line of text in a cell is about half a percent of it. */
const tolerated = 0.002

describe.each([...sheets, ...shown])('$name', ({ name, scenes, shape, lang, theme }) => {
  it('looks as it did when it was looked at', async () => {
    const pictures: Buffer[] = []
    for (const scene of scenes) pictures.push(await draw(scene, lang, theme, shape))
    const file = new URL(`../shots/${name}.webp`, import.meta.url)
    const now = await layOut(desk, pictures, shape)
    if (process.env.UPDATE_SHOTS) writeFileSync(file, now)
    const shares = await difference(desk, readFileSync(file), now, shape)
    expect(scenes.filter((_, index) => (shares[index] ?? 1) > tolerated)).toEqual([])
  }, 120_000)
})
