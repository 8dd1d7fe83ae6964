/** A page in a phone's or tablet's browser. */
import { form } from '../channels/form.ts'
import { redirect } from '../channels/redirect.ts'
import type { Place, Signals } from '../core/ports.ts'
import { orNull, overruled, token } from './evidence.ts'

/** HarmonyOS 5 names neither Android nor iPhone: developer.huawei.com, web-default-userAgent, read 2026-11. */
const phones = [
  'Android',
  'iPhone',
  'iPad',
  'iPod',
  'Phone; OpenHarmony',
  'Tablet; OpenHarmony',
  'Phone; HarmonyOS',
  'Tablet; HarmonyOS',
] as const

/** iPadOS calls itself a Macintosh, and no Macintosh has a touch screen: serbanghita/Mobile-Detect#950. */
const iPad = (signals: Signals): readonly string[] =>
  signals.maxTouchPoints > 1 && token(signals, ['Macintosh']).length > 0
    ? ['userAgent: Macintosh', `maxTouchPoints: ${signals.maxTouchPoints}`]
    : []

/** By the device that the user agent names. Samples: the fixture of this place. */
export const mobileBrowser: Place = {
  name: 'mobile-browser',
  recognise: (signals) =>
    overruled(signals) ? null : orNull([...token(signals, [...phones, 'Mobile']), ...iPad(signals)]),
  channels: [redirect, form],
  without: {
    qr: 'The payer’s own phone would have to scan its own screen',
    'wechat.bridge': 'WeChat’s bridge is inside WeChat only',
    'alipay.bridge': 'Alipay’s bridge is inside Alipay only',
  },
}
