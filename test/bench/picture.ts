/** From the text of a code to its SVG, and to the first frame that shows it. */
import { startChromium } from '../../examples/play/chromium.ts'
import { scriptOf } from './bundles.ts'
import { type Figure, middle, times } from './figure.ts'

const rounds = 40
/** One frame of a screen at 60 Hz, and the one that was under way. */
const barMs = 34

const texts = {
  'WeChat, 36 characters': 'weixin://wxpay/bizpayurl?pr=AbCdEfGhz',
  'a long URL, 180 characters': `https://shop.example/pay?order=${'1024'.repeat(37)}`,
}

declare global {
  interface Window {
    drawOnce(text: string): Promise<{ drawnMs: number; shownMs: number }>
  }
}

export const picture = async (): Promise<readonly Figure[]> => {
  const browser = await startChromium()
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await page.setContent('<!doctype html><body></body>')
    await page.addScriptTag({ content: await scriptOf("import './picture-page.js'", 'Picture') })
    const figures: Figure[] = []
    for (const rate of [1, 6])
      for (const [name, text] of Object.entries(texts)) {
        await session.send('Emulation.setCPUThrottlingRate', { rate })
        const drawn: { drawnMs: number; shownMs: number }[] = []
        for (let round = 0; round < rounds; round += 1)
          drawn.push(await page.evaluate((of) => window.drawOnce(of), text))
        const slowed = rate > 1 ? `, CPU ${rate} × slower` : ''
        const svg = middle(drawn.map(({ drawnMs }) => drawnMs))
        const shown = middle(drawn.map(({ shownMs }) => shownMs))
        figures.push(
          {
            of: 'qr',
            name: `${name}: drawn${slowed}`,
            ...svg,
            unit: 'ms',
            against: times(svg.value, 'a frame of 16.7 ms', 16.7),
          },
          { of: 'qr', name: `${name}: shown${slowed}`, ...shown, unit: 'ms', bar: barMs },
        )
      }
    return figures
  } finally {
    await browser.close()
  }
}
