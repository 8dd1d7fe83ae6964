import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startBrowser } from '../../../../examples/wallets/browser.ts'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { cancel, follow, look, pay } from '../payer.ts'
import { number, shopAt } from './shop.ts'

const shopPage = 'http://shop.test/order/1'

describe("WeChat's H5 cashier", () => {
  let wallets: Wallets
  let clock = 0

  beforeEach(async () => {
    clock = Date.now()
    wallets = await open({ now: () => clock })
  })
  afterEach(() => wallets.stop())

  const order = async (h5_info?: object) => (await shopAt(wallets.accounts.wechat).h5(h5_info)).data.h5_url ?? ''
  const from = (Referer: string) => ({ Referer })

  it('opens for a page of the shop, and money comes by it', async () => {
    const { offer } = await follow(await order(), from(shopPage))
    expect(await look(wallets.origin, 'wechat', offer)).toMatchObject({ value: 990 })
    await pay(wallets.origin, 'wechat', offer)
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it.each([
    ['no Referer', {}],
    ['a Referer that is no page', from('android-app://com.shop')],
  ])('says 商家参数格式有误 to %s', async (_what, headers) => {
    const { text, to } = await follow(await order(), headers)
    expect([to, text]).toEqual([null, expect.stringContaining('商家参数格式有误')])
  })

  it('says 商家存在未配置的参数 to a page of another site than the order named', async () => {
    const url = await order({ type: 'Wap', app_url: 'http://registered.test' })
    expect((await follow(url, from(shopPage))).text).toContain('商家存在未配置的参数')
    expect((await follow(url, from('http://registered.test/'))).to).toContain('/wechat/pay')
  })

  it('says 请在微信外打开 to a page inside WeChat', async () => {
    const target = 'http://127.0.0.1:9'
    const browser = await startBrowser({ place: 'wechat', target, wallets: wallets.origin, port: 0 })
    expect((await follow(await order(), from(`${browser.origin}/`))).text).toContain('请在微信外打开')
    await browser.stop()
  })

  it('says 支付请求已失效 after five minutes', async () => {
    const url = await order()
    clock += 5 * 60_000
    expect((await follow(url, from(shopPage))).text).toContain('支付请求已失效')
  })

  it('lets who came in pay after that: the five minutes are for coming in', async () => {
    const { offer } = await follow(await order(), from(shopPage))
    clock += 10 * 60_000
    await pay(wallets.origin, 'wechat', offer)
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('goes to redirect_url afterwards, paid or not; without one, back to the page', async () => {
    const url = await order()
    const named = await follow(`${url}&redirect_url=${encodeURIComponent(`${shopPage}?back`)}`, from(shopPage))
    expect(await cancel(wallets.origin, 'wechat', named.offer)).toEqual({ next: `${shopPage}?back` })
    const { offer } = await follow(url, from(shopPage))
    expect(await pay(wallets.origin, 'wechat', offer)).toEqual({ next: shopPage })
  })
})
