import { expect, it } from 'vitest'
import type { Request } from '../../src/core/ports.ts'
import { fakeHost, fakeSignal, settle } from '../../src/testing/fake.ts'

const request = (signal = fakeSignal().signal): Request => ({
  body: {},
  headers: {},
  credentials: 'omit',
  timeoutMs: 8000,
  signal,
})

it('runs what falls due in order, each at its own time', async () => {
  const { host, advance } = fakeHost()
  const seen: [string, number][] = []
  host.after(20, () => seen.push(['late', host.monotonicMs()]))
  host.after(10, () => host.after(5, () => seen.push(['nested', host.monotonicMs()])))
  await advance(30)
  expect(seen).toEqual([
    ['nested', 15],
    ['late', 20],
  ])
  expect(host.monotonicMs()).toBe(30)
})

it('moves the wall without the monotonic clock, as a sleep does', () => {
  const { host, shiftWall } = fakeHost()
  const before = host.wallMs()
  shiftWall(60_000)
  expect([host.wallMs() - before, host.monotonicMs()]).toEqual([60_000, 0])
})

it('fails a request that is not answered in time, and holds nothing after', async () => {
  const { host, advance, held } = fakeHost({ answer: () => new Promise(() => {}) })
  const outcome = host.post('https://shop.example/pay/status', request()).catch((error: Error) => error.message)
  await advance(8000)
  expect(await outcome).toBe('timed out')
  expect(held().timers).toBe(0)
})

it('fails a request that is aborted, and forgets the signal', async () => {
  const { signal, abort, count } = fakeSignal()
  const { host, held } = fakeHost({ answer: () => new Promise(() => {}) })
  const outcome = host.post('https://shop.example/pay/status', request(signal)).catch((error: Error) => error.message)
  abort()
  expect(await outcome).toBe('aborted')
  expect([held().timers, count()]).toEqual([0, 0])
})

it('shares store, locks and announcements with the tab beside it', async () => {
  const one = fakeHost()
  const two = fakeHost({ beside: one })
  let heard = 0
  two.host.hear('order', () => heard++)
  one.host.store.write('key', 'text')
  one.host.announce('order')
  await settle()
  expect([two.host.store.read('key'), heard]).toEqual(['text', 1])
  const release = await one.host.lock('order')
  expect(await two.host.lock('order')).toBeNull()
  release?.()
  expect(await two.host.lock('order')).not.toBeNull()
})

it('drops locks, timers and listeners when the page is gone', async () => {
  const { host, held, unload, device } = fakeHost()
  await host.lock('order')
  host.after(10, () => {})
  host.hear('order', () => {})
  host.onEvent('WeixinJSBridgeReady', () => {})
  expect(held()).toEqual({ timers: 1, listeners: 2, locks: 1 })
  unload()
  expect(held()).toEqual({ timers: 0, listeners: 0, locks: 0 })
  expect(device.locks.size).toBe(0)
})

it('leaves to allowed URLs only', () => {
  const { host, departures } = fakeHost()
  expect(host.page.leave('javascript:alert(1)')).toBe(false)
  expect(host.page.submit('https://wallet.example', { a: '1' })).toBe(true)
  expect(departures).toEqual([{ url: 'https://wallet.example', fields: { a: '1' } }])
})
