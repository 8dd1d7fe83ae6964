/** The shop's own app: its pages in a web-view, and a native side that hands orders to the wallets' SDKs. */
import type { BrowserContext } from 'playwright-core'
import { payBy } from '../wallets/sdk.ts'
import type { Town } from './town.ts'

interface Message {
  id: string
  wallet: 'wechat' | 'alipay'
  params: string | Record<string, string>
}

/** What the SDKs' codes come to in isopay's message protocol: WeChat's words, Alipay's numbers. */
const statusOf: Readonly<Record<string, string>> = { ok: 'ok', 9000: 'ok', cancel: 'cancelled', 6001: 'cancelled' }

/** As Android's `addJavascriptInterface` puts it into the page: text goes in, an event of the document comes back. */
const inPage = `window.isopay = { postMessage: (text) => {
  nativePay(text).then((detail) => document.dispatchEvent(new CustomEvent('isopay', { detail })))
} }`

/** Makes the browser the app's web-view. */
export const embed = async ({ wallets }: Town, context: BrowserContext): Promise<void> => {
  await context.exposeFunction('nativePay', async (text: string) => {
    const { id, wallet, params }: Message = JSON.parse(text)
    const phone = { wallets: wallets.origin, wallet, tap: async () => 'pay' as const }
    const told = await payBy(phone, typeof params === 'string' ? { orderStr: params } : params)
    const code = told?.resultCode ?? told?.err_msg?.split(':')[1] ?? ''
    return { id, status: statusOf[code] ?? 'failed' }
  })
  await context.addInitScript(inPage)
}
