/** The ways of paying that the world knows, and where each of them is at home. Imports nothing of the client's. */

export const ways = [
  'wechat',
  'alipay',
  'redirect',
  'form',
  'qr',
  'wechat-mini',
  'alipay-mini',
  'douyin-mini',
  'app',
  'shell',
  'till',
] as const
export type Way = (typeof ways)[number]
export type Wallet = 'wechat' | 'alipay'

/** Tabs of a browser, one runtime in a wallet’s hands, a web-view in the shop’s own app, windows of a till. */
export type Setting = 'browser' | 'mini' | 'app' | 'till'

interface Traits {
  readonly setting: Setting
  /** The name of the client's place. */
  readonly place: string
  /** Both wallets can be had there, so that the payer may change his mind. */
  readonly chooses?: true
  /** The wallet says who pays. */
  readonly identifies?: true
}

const traits: Readonly<Record<Way, Traits>> = {
  wechat: { setting: 'browser', place: 'browser' },
  alipay: { setting: 'browser', place: 'browser' },
  redirect: { setting: 'browser', place: 'browser', chooses: true },
  form: { setting: 'browser', place: 'browser', chooses: true },
  qr: { setting: 'browser', place: 'browser', chooses: true },
  'wechat-mini': { setting: 'mini', place: 'wechat-mini', identifies: true },
  'alipay-mini': { setting: 'mini', place: 'alipay-mini', identifies: true },
  'douyin-mini': { setting: 'mini', place: 'douyin-mini' },
  app: { setting: 'app', place: 'app-webview', chooses: true },
  shell: { setting: 'app', place: 'app-webview', chooses: true },
  till: { setting: 'till', place: 'till' },
}

export const traitsOf = (way: Way): Traits => traits[way]
