/** A page in another app's built-in browser: Douyin, Taobao, DingTalk, QQ, Kuaishou, Baidu, a bank … */
import { form } from '../channels/form.ts'
import { redirect } from '../channels/redirect.ts'
import type { Place } from '../core/ports.ts'
import { orNull, overruled, token } from './evidence.ts'

/** The last is any web-view of Android's own. Samples with sources: the fixture of this place. */
const apps = [
  'AliApp(',
  'DingTalk',
  'aweme',
  'Aweme',
  'BytedanceWebview',
  'ToutiaoMicroApp',
  'NewsArticle',
  'Kwai/',
  'baiduboxapp',
  ' QQ/',
  'Weibo (',
  'jdapp;',
  'xhsdiscover',
  'Lark/',
  'UnionPay/',
  'Html5Plus/',
  '; wv)',
] as const

/** Whether H5 payment works in each of them is not known: no source. The server is asked from the moment of leaving. */
export const appBrowser: Place = {
  name: 'app-browser',
  recognise: (signals) => (overruled(signals) ? null : orNull(token(signals, apps))),
  channels: [redirect, form],
  without: { qr: 'The payer’s own phone would have to scan its own screen' },
}
