/** From the text of a code to its SVG, and to the first frame that shows it. */
import type { Page } from 'playwright-core'
import { startChromium } from '../../examples/play/chromium.ts'
import { scriptOf } from './bundles.ts'
import { type Figure, middle, round, slowed, times } from './figure.ts'

const rounds = 40
const warm = 3
/** One frame of a screen at 60 Hz: begun with the frame, it is painted before the next. */
const frameMs = round(1_000 / 60)

const texts = {
  'a WeChat code of 36 characters': 'weixin://wxpay/bizpayurl?pr=AbCdEfGhz',
  'a code of 180 characters': `https://shop.example/pay?order=${'1024'.repeat(37)}`,
}

type Text = keyof typeof texts

interface Drawn {
  readonly drawnMs: number
  readonly shownMs: number
}

declare global {
  interface Window {
    drawOnce(text: string): Promise<Drawn>
  }
}

/** Both texts in turn. */
const drawAll = async (page: Page): Promise<ReadonlyMap<Text, readonly Drawn[]>> => {
  const names = Object.keys(texts) as Text[]
  const all = new Map<Text, Drawn[]>(names.map((name) => [name, []]))
  for (let at = 0; at < rounds + warm; at += 1)
    for (const name of names) {
      const drawn = await page.evaluate((of) => window.drawOnce(of), texts[name])
      if (at >= warm) all.get(name)?.push(drawn)
    }
  return all
}

const figuresOf = (name: Text, drawn: readonly Drawn[], rate: number): readonly Figure[] => {
  const figure = (what: string, of: (each: Drawn) => number): Figure => {
    const taken = middle(drawn.map(of))
    const against = times(taken.value, 'a frame', frameMs)
    return { of: 'qr', name: slowed(`${name}: ${what}`, rate), ...taken, unit: 'ms', against }
  }
  return [
    figure('to its SVG', ({ drawnMs }) => drawnMs),
    { ...figure('to the painted frame', ({ shownMs }) => shownMs), ...(rate > 1 && { bar: frameMs }) },
  ]
}

export const picture = async (): Promise<readonly Figure[]> => {
  const browser = await startChromium()
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await page.setContent('<!doctype html><body></body>')
    await page.addScriptTag({ content: await scriptOf("import './picture-page.js'", 'Picture') })
    const figures: Figure[] = []
    for (const rate of [1, 6]) {
      await session.send('Emulation.setCPUThrottlingRate', { rate })
      for (const [name, drawn] of await drawAll(page)) figures.push(...figuresOf(name, drawn, rate))
    }
    return figures
  } finally {
    await browser.close()
  }
}
