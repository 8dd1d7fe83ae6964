/** The small apps, in a real Chromium, against the whole town. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../../../examples/apps/app.ts'
import { charges, merchantSays } from '../../../examples/play/books.ts'
import { startChromium } from '../../../examples/play/chromium.ts'
import { closeDevice, noCalls, openDevice } from '../../../examples/play/device.ts'
import { confirm, part, photograph, scan, tap } from '../../../examples/play/payer.ts'
import { nextFree } from '../../../examples/play/ports.ts'

let chromium: Browser
beforeAll(async () => {
  chromium = await startChromium()
})
afterAll(() => chromium.close())

const open = async (name: string) => {
  const room = new URL(`../../../examples/${name}/`, import.meta.url)
  const app = await startApp({ room, port: await nextFree(5173), watch: false })
  const calls = noCalls()
  const [pc, phone] = [await openDevice(chromium, 'pc', calls), await openDevice(chromium, 'phone', noCalls())]
  const complaints: string[] = []
  pc.page.on('pageerror', ({ message }) => complaints.push(message))
  await pc.page.goto(app.origin)
  const close = async () => {
    for (const device of [pc, phone]) await closeDevice(device)
    await app.stop()
  }
  return { ...app, calls, page: pc.page, phone: phone.page, complaints, close }
}

describe.each(['react', 'vue'])('examples/%s', (name) => {
  it('pays once by a code, also after a reload', async () => {
    const { page, phone, town, calls, complaints, close } = await open(name)
    await tap(page, 'wechat')
    await part(page, 'qr').locator('svg').waitFor()
    await page.reload()
    await part(page, 'notYet').click()
    await tap(page, 'wechat')
    await scan(phone, town.wallets.origin, 'wechat', await photograph(page))
    await confirm(phone)
    await page.locator('output', { hasText: 'paid' }).waitFor()
    expect(await page.getByRole('link', { name: 'Buy another' }).isVisible()).toBe(true)
    expect([charges(town, calls), (await merchantSays(town, calls)).status, calls.payments.size]).toEqual([
      1,
      'paid',
      1,
    ])
    expect(complaints).toEqual([])
    await close()
  })
})
