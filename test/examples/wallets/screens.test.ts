/** The wallets' own screens and sheets, as a payer sees and taps them in a real Chromium. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBrowser } from '../../../examples/wallets/browser.ts'
import type { PlaceName } from '../../../examples/wallets/places.ts'
import type { Wallets } from '../../../examples/wallets/wallets.ts'
import { shopAt as alipayAt, number as alipayNumber, terms } from './alipay/shop.ts'
import { foundIn, invoke, tradePay } from './bridges.ts'
import { open } from './merchant.ts'
import { complaintsOf, drop, launch, picture, shareScreen } from './screens.ts'
import { startShop } from './shop-page.ts'
import { number, openidAt, shopAt } from './wechat/shop.ts'

describe('the screens', () => {
  let chromium: Browser
  let page: Page
  let wallets: Wallets
  let shop: Awaited<ReturnType<typeof startShop>>
  let complaints: readonly string[]
  const stops: (() => Promise<void>)[] = []

  beforeAll(async () => {
    chromium = await launch()
  }, 60_000)
  afterAll(() => chromium.close())

  beforeEach(async () => {
    wallets = await open()
    shop = await startShop()
    page = await chromium.newPage()
    complaints = complaintsOf(page)
  })
  afterEach(async () => {
    await page.close()
    for (const stop of stops.splice(0)) await stop()
    await shop.stop()
    await wallets.stop()
    expect(complaints).toEqual([])
  })

  const openShop = async (place: PlaceName) => {
    const browser = await startBrowser({ place, target: shop.origin, wallets: wallets.origin, port: 0 })
    stops.push(browser.stop)
    await page.goto(browser.origin)
    return browser.origin
  }
  const scanPicture = async (wallet: 'wechat' | 'alipay', content: string) => {
    await page.goto(`${wallets.origin}/${wallet}/`)
    await page.setInputFiles('#picture', await picture(content))
  }

  it('read a code in a picture, show what is asked, and pay it', async () => {
    const { data } = await shopAt(wallets.accounts.wechat).native()
    await scanPicture('wechat', data.code_url ?? '')
    await page.click('#pay')
    await page.getByText('支付成功').waitFor()
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('show payee, amount and title before anything is paid', async () => {
    const { qrCode } = await alipayAt(wallets.accounts.alipay).precreate()
    await scanPicture('alipay', qrCode ?? '')
    await page.locator('#pay').waitFor()
    const shown = await page.locator('#payee, #amount, #title').allTextContents()
    expect(shown).toEqual([wallets.accounts.alipay.payee, '¥9.90', '明前龙井'])
    await page.click('#cancel')
    await page.getByText('已取消').waitFor()
    expect(wallets.ledger.taken(alipayNumber)).toBe(0)
  })

  it('say that a code is of the other wallet, and that a picture has none', async () => {
    const { data } = await shopAt(wallets.accounts.wechat).native()
    await scanPicture('alipay', data.code_url ?? '')
    await page.getByText('无法识别').waitFor()
    const blank = await page.screenshot({ clip: { x: 0, y: 200, width: 20, height: 20 } })
    await page.setInputFiles('#picture', { name: 'blank.png', mimeType: 'image/png', buffer: blank })
    await page.getByText('没有找到二维码').waitFor()
  })

  it('take a picture that was dropped on them', async () => {
    const { data } = await shopAt(wallets.accounts.wechat).native()
    const { buffer } = await picture(data.code_url ?? '')
    await page.goto(`${wallets.origin}/wechat/`)
    await drop(page, buffer)
    await page.locator('#pay').waitFor()
  })

  it('watch the screen until there is a code on it', async () => {
    const { data } = await shopAt(wallets.accounts.wechat).native()
    const { buffer } = await picture(data.code_url ?? '')
    await page.goto(`${wallets.origin}/wechat/`)
    await shareScreen(page, buffer)
    await page.click('#capture')
    await page.locator('#pay').waitFor()
  })

  it("open the shop's page of a fixed code in the wallet's own browser", async () => {
    const origin = await openShop('alipay')
    await scanPicture('alipay', `${shop.origin}/table/7`)
    await page.waitForURL(`${origin}/table/7`)
    expect(await page.evaluate(() => navigator.userAgent)).toContain('AlipayClient')
  })

  it('go back to the shop from the cashier', async () => {
    const link = alipayAt(wallets.accounts.alipay).sdk.pageExecute('alipay.trade.wap.pay', 'GET', {
      returnUrl: `${shop.origin}/back`,
      bizContent: terms(),
    })
    await page.goto(link)
    await page.click('#pay')
    await page.waitForURL(`${shop.origin}/back?**`)
    expect(wallets.ledger.taken(alipayNumber)).toBe(1)
  })

  it('let a page on the phone go to the H5 cashier, because it comes with a Referer, and back', async () => {
    const { data } = await shopAt(wallets.accounts.wechat).h5()
    const origin = await openShop('phone')
    const back = encodeURIComponent(`${origin}/back`)
    await page.evaluate((url) => location.assign(url), `${data.h5_url}&redirect_url=${back}`)
    await page.click('#pay')
    await page.waitForURL(`${origin}/back`)
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('change a fault by hand', async () => {
    await page.goto(`${wallets.origin}/faults/`)
    await page.selectOption('[name=bridge]', 'silent')
    await page.getByText('已生效').waitFor()
    expect(wallets.faults.bridge).toBe('silent')
  })

  it("draw the bridge's sheet over a page with the strictest policy, and answer the page", async () => {
    const { wechat } = wallets.accounts
    const { data } = await shopAt(wechat).jsapi(await openidAt(wechat))
    await openShop('wechat')
    const answered = invoke(page, data)
    await page.locator('#wallet-sheet #pay').click()
    expect(await answered).toEqual({ err_msg: 'get_brand_wcpay_request:ok' })
    expect(await page.locator('#wallet-sheet').count()).toBe(0)
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('answer cancel where the sheet is dismissed', async () => {
    const { wechat } = wallets.accounts
    const { data } = await shopAt(wechat).jsapi(await openidAt(wechat))
    await openShop('wechat')
    const answered = invoke(page, data)
    await page.locator('#wallet-sheet #cancel').click()
    expect(await answered).toEqual({ err_msg: 'get_brand_wcpay_request:cancel' })
    expect(wallets.ledger.taken(number)).toBe(0)
  })

  it('pay in Alipay’s browser by tradePay', async () => {
    const orderStr = alipayAt(wallets.accounts.alipay).sdk.sdkExecute('alipay.trade.app.pay', { bizContent: terms() })
    await openShop('alipay')
    const answered = tradePay(page, { orderStr })
    await page.locator('#wallet-sheet #pay').click()
    expect(await answered).toMatchObject({ resultCode: '9000' })
  })

  it('cannot pay on a desktop: a page must fall back', async () => {
    await openShop('wechat-desktop')
    expect(await invoke(page, {})).toEqual({ err_msg: 'get_brand_wcpay_request:fail_nosupport' })
  })

  it('have no bridge on a phone outside the wallets', async () => {
    await openShop('phone')
    await page.waitForTimeout(300)
    expect(await foundIn(page)).toEqual([undefined, undefined, 5, true])
  })
})
