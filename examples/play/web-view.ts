/** The web-view of the shop's mini program, with the shop's pages in it: they may go to a native page, and are not seen meanwhile. */
import type { BrowserContext } from 'playwright-core'
import type { Wallet } from '../wallets/ledger.ts'
import type { Overhear } from '../wallets/mini-program.ts'
import { places } from '../wallets/places.ts'
import { payOnNativePage, type Tap, yes } from './native-page.ts'
import type { Town } from './town.ts'

/** Public code; the scripts that bring them along are jweixin and web-view.min.js. */
const marks: Readonly<Record<Wallet, { token: string; global: string }>> = {
  wechat: {
    token: 'miniProgram/',
    global: 'wx = { miniProgram: { navigateTo } }; window.__wxjs_environment = "miniprogram"',
  },
  alipay: { token: 'MiniProgram APXWebView NebulaX/1.0.0', global: 'my = { navigateTo }' },
}

/** Runs before any script of the page's. */
const inPage = (userAgent: string, global: string) => `{
  const show = (state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  const navigateTo = ({ url }) => {
    show('hidden')
    openNativePage(url).then(() => show('visible'))
  }
  Object.defineProperty(navigator, 'userAgent', { get: () => ${JSON.stringify(userAgent)} })
  window.${global}
}`

/** Makes the browser that web-view. `overhear` hears what the native page asks of the merchant; `tap` is at the wallet's sheet. */
export const enclose = async (
  town: Town,
  wallet: Wallet,
  context: BrowserContext,
  overhear: Overhear,
  tap: Tap = yes,
): Promise<void> => {
  const { token, global } = marks[wallet]
  const appid = wallet === 'wechat' ? town.wallets.accounts.wechat.mini.appid : ''
  await context.exposeFunction('openNativePage', (path: string) => payOnNativePage(town, wallet, path, overhear, tap))
  await context.addInitScript(inPage(`${places[wallet].userAgent} ${token}${appid}`, global))
}
