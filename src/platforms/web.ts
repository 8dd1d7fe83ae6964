/** Every place a page can run in, most specific first: the first that recognises itself is it. */
import type { Place } from '../core/ports.ts'
import { alipayBrowser } from './alipay-browser.ts'
import { alipayWebview } from './alipay-webview.ts'
import { appBrowser } from './app-browser.ts'
import { appWebview } from './app-webview.ts'
import { desktopBrowser } from './desktop-browser.ts'
import { mobileBrowser } from './mobile-browser.ts'
import { server } from './server.ts'
import { unionpayBrowser } from './unionpay-browser.ts'
import { wechatBrowser } from './wechat-browser.ts'
import { wechatDesktop } from './wechat-desktop.ts'
import { wechatWebview } from './wechat-webview.ts'
import { wecomBrowser } from './wecom-browser.ts'

export const webPlaces: readonly Place[] = [
  server,
  wechatWebview,
  wecomBrowser,
  wechatDesktop,
  wechatBrowser,
  alipayWebview,
  alipayBrowser,
  unionpayBrowser,
  appWebview,
  appBrowser,
  mobileBrowser,
  desktopBrowser,
]
