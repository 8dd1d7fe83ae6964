/** A page in the merchant's own app, whose shell brings a payment bridge along. */
import { form } from '../channels/form.ts'
import { redirect } from '../channels/redirect.ts'
import type { Place } from '../core/ports.ts'
import { objects, orNull } from './evidence.ts'

/** By the object alone: 5+ (html5plus.org), cordova-plugin-wechat, cordova-plugin-alipay-v2, read 2026-11. */
export const appWebview: Place = {
  name: 'app-webview',
  recognise: (signals) =>
    orNull(objects(signals, ['plus.payment', 'Wechat.sendPaymentRequest', 'cordova.plugins.alipay'])),
  channels: [redirect, form],
  without: { qr: 'The payer’s own phone would have to scan its own screen' },
}
