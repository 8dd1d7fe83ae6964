/** A page in a browser beside which the payer holds a phone. */
import { form } from '../channels/form.ts'
import { qr } from '../channels/qr.ts'
import { redirect } from '../channels/redirect.ts'
import type { Place } from '../core/ports.ts'
import { objects, orNull, overruled, token } from './evidence.ts'

/** By the system that the user agent names, or by a page that nothing else could place. */
export const desktopBrowser: Place = {
  name: 'desktop-browser',
  recognise: (signals) => {
    if (overruled(signals)) return null
    const desktop = token(signals, ['Windows NT', 'Macintosh', 'CrOS', 'X11', 'PC; OpenHarmony', 'PC; HarmonyOS'])
    return orNull([...desktop, ...objects(signals, ['document'])])
  },
  channels: [qr, form, redirect],
  without: {
    'wechat.bridge': 'WeChat’s bridge is inside WeChat only',
    'alipay.bridge': 'Alipay’s bridge is inside Alipay only',
  },
}
