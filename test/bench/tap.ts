/** From the click to `WeixinJSBridge.invoke`, in a real Chromium, at its own speed and six times slower. */
import type { CDPSession, Page } from 'playwright-core'
import { startChromium } from '../../examples/play/chromium.ts'
import { type Figure, middle, slowed, times } from './figure.ts'
import { startTapServer } from './tap-server.ts'

const rounds = 60
const warm = 5
/** As long as a finger rests on a button. */
const pressMs = 80

/** `hand` is what a library is held against; the bars are over it, in milliseconds, and in requests. */
const ways = [
  { name: 'by hand, parameters at hand', hand: 'by hand, parameters at hand' },
  { name: 'pingpp-js, charge at hand', hand: 'by hand, parameters at hand' },
  { name: 'isopay, prepared ahead', hand: 'by hand, parameters at hand', barMs: 1, barRequests: 0 },
  { name: 'by hand, fetched in the tap', hand: 'by hand, fetched in the tap' },
  { name: 'isopay, not prepared', hand: 'by hand, fetched in the tap', barMs: 3, barRequests: 1 },
] as const

type Way = (typeof ways)[number]
type Library = Extract<Way, { readonly barMs: number }>

interface Tap {
  readonly ms: number
  readonly requests: number
}

type Taps = ReadonlyMap<string, readonly Tap[]>

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
const tapAll = async (page: Page): Promise<Taps> => {
  const taps = new Map<string, Tap[]>(ways.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds + warm; round += 1)
    for (const { name } of ways) {
      const tap = await tapOnce(page, name)
      if (round >= warm) taps.get(name)?.push(tap)
    }
  return taps
}

const tapsOf = (taps: Taps, name: string): readonly Tap[] => taps.get(name) ?? []

const timeOf = ({ name, hand }: Way, taps: Taps, rate: number): Figure => {
  const took = (of: string) => middle(tapsOf(taps, of).map(({ ms }) => ms))
  const against = times(took(name).value, hand, took(hand).value)
  return { of: 'tap', name: slowed(name, rate), ...took(name), unit: 'ms', against }
}

/** Each round is held against the call by hand of the same round. */
const overOf = (way: Library, taps: Taps, rate: number): readonly Figure[] => {
  const { name, hand, barMs, barRequests } = way
  const byHand = tapsOf(taps, hand)
  const over = tapsOf(taps, name).map(({ ms }, round) => ms - (byHand[round]?.ms ?? Number.NaN))
  const requests = middle(tapsOf(taps, name).map((tap) => tap.requests))
  const { against } = timeOf(way, taps, rate)
  const held = rate === 1
  return [
    {
      of: 'tap',
      name: slowed(`${name}: longer than ${hand}`, rate),
      ...middle(over),
      unit: 'ms',
      ...(against && { against }),
      ...(held && { bar: barMs }),
    },
    {
      of: 'tap',
      name: slowed(`${name}: requests before the bridge`, rate),
      ...requests,
      unit: 'requests',
      ...(held && { bar: barRequests }),
    },
  ]
}

const figuresOf = (taps: Taps, rate: number): readonly Figure[] =>
  ways.flatMap((way) => [timeOf(way, taps, rate), ...('barMs' in way ? overOf(way, taps, rate) : [])])

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
