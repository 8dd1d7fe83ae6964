/** A page in the merchant's own app, whose shell brings a payment bridge along, or which handed one in. */
import { appBridge } from '../channels/app-bridge.ts'
import { form } from '../channels/form.ts'
import { redirect } from '../channels/redirect.ts'
import type { Place } from '../core/ports.ts'
import { objects, orNull, token } from './evidence.ts'

/** The option `bridge`, and the objects that mean payment by their name alone. */
const shells = [
  'bridge',
  'plus.payment',
  'Wechat.sendPaymentRequest',
  'cordova.plugins.alipay',
  'webkit.messageHandlers.isopay',
  'isopay.postMessage',
]

/**
 * By the object: 5+ (html5plus.org), cordova-plugin-wechat, cordova-plugin-alipay-v2, read 2026-11.
 *
 * Any app may have WebViewJavascriptBridge: one that pays says so by `isopay/` in its user agent.
 */
export const appWebview: Place = {
  name: 'app-webview',
  recognise: (signals) => {
    const shell = objects(signals, shells)
    if (shell.length > 0) return shell
    const general = objects(signals, ['WebViewJavascriptBridge'])
    const says = token(signals, ['isopay/'])
    return orNull(general.length > 0 && says.length > 0 ? [...general, ...says] : [])
  },
  channels: [appBridge, redirect, form],
  without: { qr: 'The payer’s own phone would have to scan its own screen' },
}
