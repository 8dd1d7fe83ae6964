/** Each of the eight ways of paying is played by the lab itself, in its own pages, up to the merchant's word. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, lamps, openBench } from './bench.ts'
import { collectSecrets } from './secrets.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
}, 120_000)
afterAll(() => bench.stop())

const scenes = [
  ['native-qr', 'wechat', '¥29.90'],
  ['official-account', 'alipay', '¥29.90'],
  ['jsapi', 'wechat', '¥9.90'],
  ['fixed-qr', 'alipay', '¥12.50'],
  ['h5', 'wechat', '¥29.90'],
  ['payment-code', 'alipay', '¥1288.00'],
  ['mini-program', 'wechat', '¥29.90'],
  ['app', 'alipay', '¥29.90'],
] as const

describe('plays for me', () => {
  it.each(scenes)(
    '%s with %s: all three say that it is paid, and no secret is seen',
    async (scenario, wallet, sum) => {
      const heard: unknown[] = []
      const forget = bench.wire.subscribe((message) => heard.push(message))
      const { page, complaints, close } = await bench.open(scenario)
      const secrets = collectSecrets(page, bench.town)
      await page.locator(`#wallets label:has([value="${wallet}"])`).click()
      await page.locator('#play').click()
      const paid = { wallet: sum, merchant: 'paid', page: 'paid' }
      await expect.poll(() => lamps(page), { timeout: 40_000 }).toEqual(paid)
      // No wallet tells of a payment by code.
      const told = scenario === 'payment-code' ? [] : ['notify']
      await expect.poll(() => page.locator('#messages button').allTextContents()).toEqual(expect.arrayContaining(told))
      const picture = await page.locator('#messages').textContent()
      for (const name of ['prepare', 'paid', 'settled']) expect(picture).toContain(name)
      const seen = JSON.stringify(heard) + picture
      expect((await secrets()).length).toBeGreaterThan(1)
      expect((await secrets()).filter((secret) => seen.includes(secret))).toEqual([])
      expect(complaints).toEqual([])
      forget()
      await close()
    },
    50_000,
  )
})
