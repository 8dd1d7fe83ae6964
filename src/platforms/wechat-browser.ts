/** A page in WeChat on a phone. */
import { authorize } from '../channels/authorize.ts'
import { wechatBridge } from '../channels/wechat-bridge.ts'
import type { Place } from '../core/ports.ts'
import { objects, orNull, overruled, token } from './evidence.ts'
import { wechatTokens } from './wallet-tokens.ts'

/** By the bridge, or by the user agent while the bridge has not come yet. Samples: the fixture of this place. */
export const wechatBrowser: Place = {
  name: 'wechat-browser',
  recognise: (signals) => {
    if (overruled(signals, ['WeixinJSBridge'])) return null
    return orNull([...objects(signals, ['WeixinJSBridge']), ...token(signals, wechatTokens)])
  },
  wallets: ['wechat'],
  channels: [wechatBridge, authorize],
  without: {
    'alipay.bridge': 'WeChat opens no way to Alipay: the payer must open the page elsewhere',
    redirect: 'WeChat’s H5 cashier does not open inside WeChat, and WeChat blocks Alipay’s',
    form: 'WeChat blocks Alipay’s pages',
    qr: 'WeChat does not pay from a code on the payer’s own screen',
  },
}
