/** Where a shop's page can be opened, and the User-Agent it has there (each seen in the field). */

export interface Place {
  name: string
  /** The wallet whose bridge lives here, and whether it can pay here. */
  wallet: 'wechat' | 'alipay' | null
  pays: boolean
  userAgent: string
  maxTouchPoints: number
}

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS'
const webKit = 'like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

export const places = {
  /** Public code, a mini program's web-view without its last token; matomo-org/device-detector has the same shape. */
  wechat: {
    name: 'wechat',
    wallet: 'wechat',
    pays: true,
    userAgent: `${iPhone} 15_0 ${webKit} Mobile/15E148 MicroMessenger/8.0.31(0x18001f2f) NetType/WIFI Language/zh_CN`,
    maxTouchPoints: 5,
  },
  /** Public code. Whether it can pay has no authoritative source: here it says fail, so that a page must fall back. */
  'wechat-desktop': {
    name: 'wechat-desktop',
    wallet: 'wechat',
    pays: false,
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
      'MicroMessenger/6.8.0(0x16080000) MacWechat/3.3(0x13030013) NetType/WIFI WindowsWechat',
    maxTouchPoints: 0,
  },
  /** Public code. */
  alipay: {
    name: 'alipay',
    wallet: 'alipay',
    pays: true,
    userAgent:
      `${iPhone} 13_1_3 ${webKit} Mobile/17A878 ChannelId(3) NebulaSDK/1.8.100112 Nebula WK PSDType(1) ` +
      'AlipayDefined(nt:WIFI,ws:414|832|2.0) AliApp(AP/10.1.80.6060) AlipayClient/10.1.80.6060 Alipay ' +
      'Language/zh-Hans Region/CN',
    maxTouchPoints: 5,
  },
  /** Safari on an iPhone: no wallet's. */
  phone: {
    name: 'phone',
    wallet: null,
    pays: false,
    userAgent: `${iPhone} 17_5 ${webKit} Version/17.5 Mobile/15E148 Safari/604.1`,
    maxTouchPoints: 5,
  },
  /** Chrome on Windows: a screen beside which the payer holds a phone. */
  desktop: {
    name: 'desktop',
    wallet: null,
    pays: false,
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
    maxTouchPoints: 0,
  },
  /** The web-view of the shop's own app, which hands orders to the wallets' SDKs. developer.chrome.com, user-agent of WebView. */
  app: {
    name: 'app',
    wallet: null,
    pays: true,
    userAgent:
      'Mozilla/5.0 (Linux; Android 5.1.1; Nexus 5 Build/LMY48B; wv) AppleWebKit/537.36 (KHTML, like Gecko) ' +
      'Version/4.0 Chrome/43.0.2357.65 Mobile Safari/537.36',
    maxTouchPoints: 5,
  },
} as const satisfies Record<string, Place>

export type PlaceName = keyof typeof places
