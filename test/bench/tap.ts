/** From the click to `WeixinJSBridge.invoke`, in a real Chromium, at its own speed and six times slower. */
import type { CDPSession, Page } from 'playwright-core'
import { startChromium } from '../../examples/play/chromium.ts'
import { type Figure, middle, times } from './figure.ts'
import { startTapServer } from './tap-server.ts'

const rounds = 60
const warm = 5
/** As long as a finger rests on a button. */
const pressMs = 80

/** The last is what the way is held against. Bars: over it, in milliseconds. */
const ways = [
  { name: 'by hand, parameters at hand', limit: 0 },
  { name: 'pingpp-js, charge at hand', limit: 0 },
  { name: 'isopay, prepared ahead', limit: 0, barMs: 1 },
  { name: 'by hand, fetched in the tap', limit: 3 },
  { name: 'isopay, not prepared', limit: 3, barMs: 3 },
] as const

interface Tap {
  readonly ms: number
  readonly requests: number
}

declare global {
  interface Window {
    makeReady(way: string): Promise<void>
    tapped: Promise<Tap>
    tidy(): void
  }
}

const userAgent =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.44'

const tapOnce = async (page: Page, way: string): Promise<Tap> => {
  await page.evaluate((name) => window.makeReady(name), way)
  await page.click('button', { delay: pressMs })
  const tap = await page.evaluate(() => window.tapped)
  await page.evaluate(() => window.tidy())
  return tap
}

/** All ways in turn, again and again: what slows the machine for a while slows them all. */
const tapAll = async (page: Page): Promise<ReadonlyMap<string, readonly Tap[]>> => {
  const taps = new Map<string, Tap[]>(ways.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds + warm; round += 1)
    for (const { name } of ways) {
      const tap = await tapOnce(page, name)
      if (round >= warm) taps.get(name)?.push(tap)
    }
  return taps
}

const figuresOf = (taps: ReadonlyMap<string, readonly Tap[]>, slowed: number): readonly Figure[] => {
  const medians = ways.map(({ name }) => middle((taps.get(name) ?? []).map(({ ms }) => ms)))
  return ways.map((way, at) => {
    const { value, spread } = medians[at] ?? { value: Number.NaN, spread: [0, 0] as const }
    const limit = medians[way.limit]?.value ?? Number.NaN
    const sent = Math.max(...(taps.get(way.name) ?? []).map(({ requests }) => requests))
    const name = `${way.name}${slowed > 1 ? `, CPU ${slowed} × slower` : ''} (${sent} requests before the bridge)`
    const bar = 'barMs' in way && slowed === 1 ? { bar: Number((limit + way.barMs).toFixed(2)) } : {}
    return { of: 'tap', name, value, unit: 'ms', spread, against: times(value, 'by hand', limit), ...bar }
  })
}

const slow = (session: CDPSession, rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate })

export const tap = async (): Promise<readonly Figure[]> => {
  const server = await startTapServer()
  const browser = await startChromium()
  try {
    const page = await browser.newPage({ userAgent })
    const session = await page.context().newCDPSession(page)
    await page.goto(server.origin)
    const figures: Figure[] = []
    for (const rate of [1, 6]) {
      await slow(session, rate)
      figures.push(...figuresOf(await tapAll(page), rate))
    }
    return figures
  } finally {
    await browser.close()
    server.stop()
  }
}
