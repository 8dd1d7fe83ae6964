import { expect, it } from 'vitest'
import { detect } from '../../src/checkout/detect.ts'
import { explain } from '../../src/checkout/explain.ts'
import type { Signals } from '../../src/core/ports.ts'
import { webPlaces } from '../../src/platforms/web.ts'

const all = webPlaces.flatMap(({ channels }) => channels)
const wechat = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148 MicroMessenger/8.0.70'

const explained = (signals: Partial<Signals>, forbidden: readonly string[] = []) => {
  const seen: Signals = { userAgent: '', maxTouchPoints: 0, objects: ['document'], ...signals }
  const { place, evidence } = detect(webPlaces, seen)
  const offered = place.channels.filter(({ kind }) => !forbidden.includes(kind))
  return explain(place, evidence, all, offered, seen)
}

const choice = (kind: string, ...seen: Parameters<typeof explained>) =>
  explained(...seen).channels.find((each) => each.kind === kind)

it('names the place with what spoke for it', () => {
  const { platform, evidence } = explained({ userAgent: wechat })
  expect([platform, evidence]).toEqual(['wechat-browser', ['userAgent: MicroMessenger']])
})

it('names the only wallets of a place that belongs to one', () => {
  expect(explained({ userAgent: wechat }).wallets).toEqual(['wechat'])
  expect(explained({})).not.toHaveProperty('wallets')
})

it('lists what is taken best first, then every other channel once', () => {
  const { channels } = explained({ userAgent: wechat })
  const kinds = channels.map(({ kind }) => kind)
  expect(kinds.slice(0, 2)).toEqual(['wechat.bridge', 'authorize'])
  expect([...kinds].sort()).toEqual([...new Set(all.map(({ kind }) => kind))].sort())
  expect(channels.filter(({ taken }) => taken)).toHaveLength(2)
})

it('tells a bridge that is here from one that may still come', () => {
  expect(choice('wechat.bridge', { userAgent: wechat })?.why).toContain('not here yet')
  const objects = ['document', 'WeixinJSBridge']
  expect(choice('wechat.bridge', { userAgent: wechat, objects })?.why).toBe('WeixinJSBridge is here')
})

it('says of a channel that needs nothing that it needs nothing', () => {
  expect(choice('qr', {})).toEqual({ kind: 'qr', taken: true, why: 'needs nothing of the place' })
})

it('gives the place’s own reason where a reader would expect the channel', () => {
  const { taken, why } = choice('qr', { userAgent: wechat }) ?? {}
  expect([taken, why]).toEqual([false, 'WeChat does not pay from a code on the payer’s own screen'])
})

it('gives the place’s reasons also for channels that are not known', () => {
  const place = { name: 'till', recognise: () => [], channels: [], without: { qr: 'It has no screen' } } as const
  const { channels } = explain(place, [], [], [], { userAgent: '', maxTouchPoints: 0, objects: [] })
  expect(channels).toEqual([{ kind: 'qr', taken: false, why: 'It has no screen' }])
})

it('says that the shop itself left a channel out', () => {
  expect(choice('qr', {}, ['qr'])).toEqual({ kind: 'qr', taken: false, why: 'Left out by the option accepts' })
})

it('finds no way of paying on a server', () => {
  const { channels } = explained({ objects: ['process'] })
  expect(new Set(channels.map(({ taken, why }) => `${taken}: ${why}`))).toEqual(
    new Set(['false: No way of paying in server']),
  )
})

it('reads no reason out of a polluted prototype', () => {
  Object.assign(Object.prototype, { form: 'a lie' })
  try {
    expect(choice('form', { objects: ['process'] })?.why).toBe('No way of paying in server')
  } finally {
    Reflect.deleteProperty(Object.prototype, 'form')
  }
})
