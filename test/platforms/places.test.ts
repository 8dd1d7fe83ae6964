/** Telling places apart: each sample is recognised as its own place, and an object says more than a user agent. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detect } from '../../src/checkout/detect.ts'
import type { Signals } from '../../src/core/ports.ts'
import { places } from '../../src/platforms/everywhere.ts'
import { miniPlaces } from '../../src/platforms/mini.ts'
import { webPlaces } from '../../src/platforms/web.ts'
import type { PlaceFixture, Sample } from './fixture.ts'

const files = readdirSync(new URL('./fixtures/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''))

const load = async (name: string): Promise<readonly [string, PlaceFixture]> => {
  const module: { fixture: PlaceFixture } = await import(new URL(`./fixtures/${name}.ts`, import.meta.url).href)
  return [name, module.fixture]
}

const fixtures = await Promise.all(files.map(load))
const samples = fixtures.flatMap(([name, fixture]) => fixture.map((sample) => [name, sample] as const))
const userAgents = samples.map(([, { userAgent }]) => userAgent)

const signalsOf = ({ userAgent, maxTouchPoints = 0, objects = ['document'] }: Sample): Signals => ({
  userAgent,
  maxTouchPoints,
  objects,
})

const platformOf = (signals: Signals, among = places) => detect(among, signals).platform

it('has a fixture for every place, and no fixture without one', () => {
  expect(files.sort()).toEqual(places.map(({ name }) => name).sort())
})

describe.each(fixtures)('%s', (name, fixture) => {
  it.each(fixture)('is recognised by $userAgent ($source)', (sample) => {
    expect(platformOf(signalsOf(sample))).toBe(name)
  })

  it.each(fixture)('shows for $source what spoke for it', (sample) => {
    const { evidence } = detect(places, signalsOf(sample))
    expect(evidence.length).toBeGreaterThan(0)
    const said = [...evidence].map((line) => line.split(': ')[1] ?? '')
    const { userAgent, objects, maxTouchPoints } = signalsOf(sample)
    for (const word of said) expect([userAgent, String(maxTouchPoints), ...objects].join(' ')).toContain(word)
  })
})

it.each([
  ['WeixinJSBridge', ['wechat-browser', 'wechat-desktop', 'wecom-browser', 'wechat-webview']],
  ['AlipayJSBridge', ['alipay-browser', 'alipay-webview']],
  ['plus.payment', ['app-webview']],
])(
  'is a place of %s wherever it is found, whatever the user agent says and the order of the list',
  (object, family) => {
    const backwards = [...webPlaces].reverse()
    for (const userAgent of userAgents) {
      const signals = { userAgent, maxTouchPoints: 0, objects: ['document', object] }
      expect(family).toContain(platformOf(signals))
      expect(family).toContain(platformOf(signals, backwards))
    }
  },
)

it.each(['wx.miniProgram', 'upsdk', 'my.tradePay', 'uni.requestPayment', 'WebViewJavascriptBridge'])(
  'is not moved by %s, which a script brings along',
  (object) => {
    const pages = samples.map(([name, sample]) => [name, signalsOf(sample)] as const)
    for (const [name, signals] of pages.filter(([, { objects }]) => objects.includes('document'))) {
      expect(platformOf({ ...signals, objects: [...signals.objects, object] })).toBe(name)
    }
  },
)

it('is a server where nothing is seen', () => {
  const seen = detect(places, { userAgent: '', maxTouchPoints: 0, objects: [] })
  expect([seen.platform, seen.place.channels, seen.evidence]).toEqual(['server', [], []])
})

it('names Mac before Windows: WeChat on a Mac says both', () => {
  const mac = samples.find(
    ([, { userAgent }]) => userAgent.includes('MacWechat') && userAgent.includes('WindowsWechat'),
  )
  expect(mac && detect(places, signalsOf(mac[1])).evidence).toEqual(['userAgent: MacWechat'])
})

it('offers no code to the phone that would have to scan itself', () => {
  const offering = places.filter(({ channels }) => channels.some(({ kind }) => kind === 'qr'))
  expect(offering.map(({ name }) => name)).toEqual(['wechat-desktop', 'desktop-browser'])
})

it('offers each channel once, and says of none that it is left out', () => {
  for (const { channels, without } of places) {
    const kinds = channels.map(({ kind }) => kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds.filter((kind) => kind in without)).toEqual([])
  }
})

it('has no channel where nothing can be invoked', () => {
  const empty = places.filter(({ channels }) => channels.length === 0)
  expect(empty.map(({ name }) => name)).toEqual(['server'])
})

it('is the same mini program by the list of mini programs alone, and in any page none', () => {
  for (const [name, sample] of samples.filter(([each]) => each.endsWith('-mini'))) {
    const signals = signalsOf(sample)
    expect(platformOf(signals, miniPlaces)).toBe(name)
    expect(platformOf({ ...signals, objects: [...signals.objects, 'document'] })).toBe('desktop-browser')
  }
})
