/** What a page pays for having the library in it: the first evaluation, in a fresh page each time. */
import type { Browser } from 'playwright-core'
import { startChromium } from '../../examples/play/chromium.ts'
import { type Figure, middle, slowed, times } from './figure.ts'
import { scripts } from './tap-server.ts'

const rounds = 15
const userAgent = 'Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0.44'

const evaluateOnce = async (browser: Browser, script: string, rate: number): Promise<number> => {
  const page = await browser.newPage({ userAgent })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  const ms = await page.evaluate((text) => {
    const element = document.createElement('script')
    element.textContent = `${text}\n// ${Math.random()}` // no code cache knows it
    const startMs = performance.now()
    document.head.append(element)
    return performance.now() - startMs
  }, script)
  await page.close()
  return ms
}

const measure = async (browser: Browser, rate: number): Promise<readonly Figure[]> => {
  const { isopay, pingpp, weixin } = await scripts()
  const entries = Object.entries({ 'isopay.global.js': isopay, 'pingpp-js': pingpp, 'weixin-js-sdk': weixin })
  const taken = new Map<string, number[]>(entries.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, script] of entries) taken.get(name)?.push(await evaluateOnce(browser, script, rate))
  const peer = middle(taken.get('pingpp-js') ?? []).value
  return entries.map(([name]) => {
    const { value, spread } = middle(taken.get(name) ?? [])
    const bar = name === 'isopay.global.js' ? { bar: peer } : {}
    return {
      of: 'cold',
      name: slowed(`${name}, evaluated`, rate),
      value,
      unit: 'ms',
      spread,
      against: times(value, 'pingpp-js', peer),
      ...bar,
    }
  })
}

export const cold = async (): Promise<readonly Figure[]> => {
  const browser = await startChromium()
  try {
    return [...(await measure(browser, 1)), ...(await measure(browser, 6))]
  } finally {
    await browser.close()
  }
}
