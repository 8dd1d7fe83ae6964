/** The wallets' bridges, as a page in their browsers finds and calls them. */
import type { Page } from 'playwright-core'

type Done = (answer: object) => void

interface Bridges {
  WeixinJSBridge?: { invoke: (name: string, params: object, done: Done) => void }
  AlipayJSBridge?: { call: (name: string, params: object, done: Done) => void }
}

/** Asks WeChat's bridge for a payment, once there is one. The answer comes when the payer has tapped. */
export const invoke = (page: Page, params: object): Promise<object> =>
  page.evaluate(
    (given) =>
      new Promise<object>((done) => {
        const { WeixinJSBridge } = window as Bridges
        const call = (bridge: Bridges['WeixinJSBridge']) => bridge?.invoke('getBrandWCPayRequest', given, done)
        if (WeixinJSBridge) return call(WeixinJSBridge)
        document.addEventListener('WeixinJSBridgeReady', () => call((window as Bridges).WeixinJSBridge))
      }),
    params,
  )

/** Asks Alipay's bridge for one, likewise. */
export const tradePay = async (page: Page, params: object): Promise<object> => {
  await page.waitForFunction(() => (window as Bridges).AlipayJSBridge)
  return page.evaluate(
    (given) => new Promise<object>((done) => (window as Bridges).AlipayJSBridge?.call('tradePay', given, done)),
    params,
  )
}

/** Both bridges where they are there, and what the page takes its device for. */
export const foundIn = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(() => {
    const { WeixinJSBridge, AlipayJSBridge } = window as Bridges
    return [WeixinJSBridge, AlipayJSBridge, navigator.maxTouchPoints, /iPhone/.test(navigator.userAgent)]
  })
