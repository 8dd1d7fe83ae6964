/** A page in WeCom (WeChat Work), on a phone or a desktop. */
import { authorize } from '../channels/authorize.ts'
import { wechatBridge } from '../channels/wechat-bridge.ts'
import type { Place } from '../core/ports.ts'
import { objects, overruled, token } from './evidence.ts'

/** Its user agent also names MicroMessenger, and its bridge is WeChat's: matomo-org/device-detector, read 2026-11. */
export const wecomBrowser: Place = {
  name: 'wecom-browser',
  recognise: (signals) => {
    const wecom = token(signals, ['wxwork'])
    if (wecom.length === 0 || overruled(signals, ['WeixinJSBridge'])) return null
    return [...wecom, ...objects(signals, ['WeixinJSBridge', 'wx.qy'])]
  },
  wallets: ['wechat'],
  channels: [wechatBridge, authorize],
  without: {
    redirect: 'WeChat’s H5 cashier does not open inside WeChat',
    qr: 'WeChat does not pay from a code on the payer’s own screen',
  },
}
