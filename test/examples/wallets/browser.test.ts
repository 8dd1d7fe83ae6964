import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../../../examples/wallets/browser.ts'
import { places } from '../../../examples/wallets/places.ts'
import type { Wallets } from '../../../examples/wallets/wallets.ts'
import { open, post } from './merchant.ts'
import { startShop } from './shop-page.ts'

describe('an in-wallet browser', () => {
  let wallets: Wallets
  let shop: Awaited<ReturnType<typeof startShop>>
  let browser: Awaited<ReturnType<typeof startBrowser>>

  beforeAll(async () => {
    wallets = await open()
    shop = await startShop()
    browser = await startBrowser({ place: 'wechat', target: shop.origin, wallets: wallets.origin, port: 0 })
  })
  afterAll(async () => {
    await browser.stop()
    await shop.stop()
    await wallets.stop()
  })

  const last = () => shop.asked.at(-1)

  it('tells the shop the name of its place, and hands everything else on', async () => {
    const headers = { 'Content-Type': 'application/json', Cookie: 'session=1' }
    const answer = await fetch(`${browser.origin}/data?a=b`, { method: 'POST', headers, body: '{"order":1}' })
    expect(answer.status).toBe(200)
    expect(last()).toMatchObject({ url: '/data?a=b', body: '{"order":1}' })
    expect(last()?.headers).toMatchObject({ cookie: 'session=1', 'user-agent': places.wechat.userAgent })
    expect(last()?.headers.host).toBe(new URL(browser.origin).host)
  })

  it('puts its bridge first in the head of a page', async () => {
    const answer = await fetch(browser.origin)
    expect(await answer.text()).toContain('<head><script src="/__wallet/bridge.js"></script><title>')
    expect(answer.headers.get('Content-Security-Policy')).toBe("default-src 'self'")
  })

  it('leaves alone what is no page', async () => {
    const answer = await fetch(`${browser.origin}/data`)
    expect([answer.status, await answer.text()]).toEqual([201, '{"head":"<head>"}'])
  })

  it('keeps the payer on its own origin over a redirect', async () => {
    const answer = await fetch(`${browser.origin}/moved`, { redirect: 'manual' })
    expect(answer.headers.get('Location')).toBe(`${browser.origin}/there`)
    expect(answer.headers.get('Set-Cookie')).toBe('a=b')
  })

  it('opens the shop page that a fixed code names, for its own wallet only', async () => {
    const scanned = (wallet: string) =>
      post<{ open: string }>(`${wallets.origin}/${wallet}/app/scan`, { content: `${shop.origin}/table/7?a=b` })
    expect((await scanned('wechat')).open).toBe(`${browser.origin}/table/7?a=b`)
    expect((await scanned('alipay')).open).toBe(`${shop.origin}/table/7?a=b`)
  })

  it('says so where the shop is down', async () => {
    const target = 'http://127.0.0.1:9'
    const lone = await startBrowser({ place: 'phone', target, wallets: wallets.origin, port: 0 })
    expect((await fetch(lone.origin)).status).toBe(502)
    await lone.stop()
  })

  it('hands the bridge a bad gateway where the wallets are down', async () => {
    const other = await open()
    const lone = await startBrowser({ place: 'wechat', target: shop.origin, wallets: other.origin, port: 0 })
    await other.stop()
    expect((await fetch(`${lone.origin}/__wallet/bridge`, { method: 'POST', body: '{}' })).status).toBe(502)
    await lone.stop()
  })

  it('has no wallet to ask where the place is none', async () => {
    const phone = await startBrowser({ place: 'phone', target: shop.origin, wallets: wallets.origin, port: 0 })
    expect((await fetch(`${phone.origin}/__wallet/bridge`, { method: 'POST', body: '{}' })).status).toBe(404)
    await phone.stop()
  })
})
