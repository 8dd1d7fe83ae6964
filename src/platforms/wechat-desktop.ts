/** A page in WeChat on Windows, Mac or Linux. */
import { authorize } from '../channels/authorize.ts'
import { qr } from '../channels/qr.ts'
import { wechatBridge } from '../channels/wechat-bridge.ts'
import type { Place } from '../core/ports.ts'
import { objects, overruled, token } from './evidence.ts'

/**
 * Mac is named first: its user agent holds `WindowsWechat`, too. Public code, read 2026-11.
 *
 * No authoritative source says that JSAPI pays here: it is tried, and a QR code for the phone is the way out.
 */
export const wechatDesktop: Place = {
  name: 'wechat-desktop',
  recognise: (signals) => {
    const desktop = token(signals, ['MacWechat', 'WindowsWechat'])
    if (desktop.length === 0 || overruled(signals, ['WeixinJSBridge'])) return null
    return [...desktop, ...objects(signals, ['WeixinJSBridge'])]
  },
  channels: [wechatBridge, qr, authorize],
  without: { redirect: 'WeChat’s H5 cashier does not open inside WeChat' },
}
