/** The shop's pages in a real Chromium, as payers treat them. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { approve, confirm, part, photograph, tap, tapAgain, told } from '../../../examples/play/payer.ts'
import { openScene, orderOf, type Payer, paidOnce, type Scene, sleep, unpaid } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.clear())
afterAll(() => scene.stop())

const phase = (page: Page, name: string) => page.locator(`#status[data-phase="${name}"]`).waitFor()

const expectPaid = async (payer: Payer, page = payer.page) => {
  expect(await told(page)).toBe('paid')
  expect(await scene.books(payer)).toEqual(paidOnce)
}

describe('a payer who presses at once', () => {
  it('waits for the shop’s goods, and has not pressed in vain', async () => {
    const { page, context } = await scene.payer('pc')
    await context.route('**/products', async (route) => {
      await sleep(500)
      await route.continue()
    })
    await page.goto(scene.town.shop.origin, { waitUntil: 'commit' })
    await page.locator('#buy button').click()
    await page.waitForURL('**/checkout?order=*')
  })
})

describe('a payer who turns back', () => {
  it('in the wallet’s sheet is told that nothing was taken, and can pay all the same', async () => {
    const payer = await scene.buyer('wechat')
    const { page } = payer
    await tap(page, 'wechat')
    await page.locator('#wallet-sheet #cancel').click()
    expect(await told(page)).toBe('cancelled')
    expect(await scene.books(payer)).toEqual(unpaid)
    await tapAgain(page, 'wechat')
    await approve(page)
    await expectPaid(payer)
    expect(payer.calls.payments.size).toBe(1)
  })

  it('at the cashier can go on from the return page', async () => {
    const payer = await scene.buyer('phone')
    const { page } = payer
    await tap(page, 'alipay')
    await page.locator('#confirm #cancel').click()
    await page.waitForURL('**/return?*')
    await phase(page, 'confirming')
    await tapAgain(page, 'alipay')
    await confirm(page)
    await expectPaid(payer)
  })

  it('from a code on the screen closes it, and the code pays no more', async () => {
    const payer = await scene.buyer('pc')
    await tap(payer.page, 'wechat')
    const picture = await photograph(payer.page)
    await part(payer.page, 'cancel').click()
    expect(await told(payer.page)).toBe('closed')
    expect(await scene.books(payer)).toEqual({ charges: 0, status: 'closed' })
    const phone = await scene.payer('phone')
    await phone.page.goto(`${scene.town.wallets.origin}/wechat/`)
    await phone.page.locator('#picture').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
    await phone.page.locator('#refused', { hasText: 'closed' }).waitFor()
  })
})

describe('a page that goes away in the middle', () => {
  it('by a reload brings the same code back', async () => {
    const payer = await scene.buyer('pc')
    const { page } = payer
    await tap(page, 'wechat')
    const before = await photograph(page)
    await page.reload()
    await phase(page, 'confirming')
    await tapAgain(page, 'wechat')
    expect(await photograph(page)).toEqual(before)
    await scene.payByPhone('wechat', page)
    await expectPaid(payer)
    expect(payer.calls.payments.size).toBe(1)
  })

  it('by a reload while the wallet’s sheet is up takes the money once', async () => {
    const payer = await scene.buyer('alipay')
    const { page } = payer
    await tap(page, 'alipay')
    await page.locator('#wallet-sheet').waitFor()
    await page.reload()
    await tapAgain(page, 'alipay')
    await approve(page)
    await expectPaid(payer)
    expect(payer.calls.payments.size).toBe(1)
  })

  it('by a reload after the payer has paid, unheard, tells that it is paid', async () => {
    const payer = await scene.buyer('pc')
    await tap(payer.page, 'alipay')
    await payer.page.locator('[part~="qr"] svg').waitFor()
    await payer.context.route('**/pay/status', (route) => route.abort())
    await scene.payByPhone('alipay', payer.page)
    await payer.page.reload()
    await payer.context.unroute('**/pay/status')
    await expectPaid(payer)
  })

  it('for the cashier asks on the way back, and can leave again', async () => {
    const payer = await scene.buyer('phone')
    const { page } = payer
    await tap(page, 'wechat')
    await page.locator('#confirm').waitFor()
    await page.goBack()
    await page.waitForURL('**/checkout?*')
    await page.locator('#status:is([data-phase="away"], [data-phase="confirming"])').waitFor()
    await tapAgain(page, 'wechat')
    await confirm(page)
    await expectPaid(payer)
    expect(payer.calls.payments.size).toBe(1)
  })
})

describe('a page that is offline for ten seconds', () => {
  it('tells what happened meanwhile as soon as it is back', async () => {
    const payer = await scene.buyer('pc')
    await tap(payer.page, 'wechat')
    await payer.page.locator('[part~="qr"] svg').waitFor()
    await payer.context.setOffline(true)
    await scene.payByPhone('wechat', payer.page)
    await sleep(10_000)
    expect(await payer.page.locator('#status').getAttribute('data-result')).toBe('')
    await payer.context.setOffline(false)
    const back = Date.now()
    await expectPaid(payer)
    expect(Date.now() - back).toBeLessThan(3000)
  })
})

describe('WeChat on a PC', () => {
  it('refuses its bridge, and a code for the phone pays instead', async () => {
    const payer = await scene.buyer('wechat-desktop')
    const { page } = payer
    await tap(page, 'wechat')
    await page.locator('#by-code').click()
    await page.waitForURL('**/checkout?*')
    await tapAgain(page, 'wechat')
    await scene.payByPhone('wechat', page)
    await expectPaid(payer)
    expect(payer.calls.channel).toBe('qr')
  })
})

describe('a price that changes while the payer is away at the login', () => {
  it('is what page and wallet show next, and what is paid', async () => {
    const payer = await scene.buyer('wechat')
    const { page } = payer
    await part(page, 'wechat').waitFor()
    await page.waitForLoadState('networkidle') // asked ahead, at the old price
    await scene.town.merchant.reprice(orderOf(payer), 9900)
    await tap(page, 'wechat')
    expect(await page.locator('#wallet-sheet .amount').textContent()).toBe('¥99.00')
    expect(await part(page, 'amount').textContent()).toBe('¥99.00')
    await approve(page)
    await expectPaid(payer)
  })
})
