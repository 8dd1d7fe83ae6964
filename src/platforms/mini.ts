/** Every mini program that pays, the ones that alias `wx` before it: the first that recognises itself is it. */
import { alipayMini } from '../channels/alipay-mini.ts'
import { douyinMini } from '../channels/douyin-mini.ts'
import { loginCode } from '../channels/login-code.ts'
import { baiduMini, jdMini, kuaishouMini, qqMini, xhsMini } from '../channels/pass-through.ts'
import { wechatMini } from '../channels/wechat-mini.ts'
import { wechatVirtual } from '../channels/wechat-virtual.ts'
import type { Channel, Place } from '../core/ports.ts'
import { objects, orNull } from './evidence.ts'

/** By the functions alone: a user agent is not to be had there, and proves nothing. */
const mini = (name: string, found: readonly string[], row: Partial<Place> & Pick<Place, 'channels'>): Place => ({
  name,
  recognise: (signals) => orNull(objects(signals, found)),
  without: {},
  ...row,
})

const wxLogin = loginCode({ name: 'wx', method: 'login', better: 'qy.login', ready: [] }, 'code')
const ksLogin = loginCode({ name: 'ks', method: 'login', ready: [] }, 'code')
const authCode = loginCode({ name: 'my', method: 'getAuthCode', ready: [] }, 'authCode', { scopes: 'auth_base' })

const wechat = {
  wallets: ['wechat'],
  without: { 'alipay.mini': 'WeChat opens no way to Alipay' },
}

/** Those whose orders name the payer fetch a code first: openid (WeChat, Kuaishou), buyer id (Alipay). Read 2026-11. */
export const miniPlaces: readonly Place[] = [
  mini('douyin-mini', ['tt.pay', 'tt.requestOrder'], { channels: [douyinMini] }),
  mini('baidu-mini', ['swan.requestPolymerPayment'], { channels: [baiduMini] }),
  mini('qq-mini', ['qq.requestPayment'], { channels: [qqMini] }),
  mini('kuaishou-mini', ['ks.pay'], { channels: [kuaishouMini], identify: ksLogin }),
  mini('xhs-mini', ['xhs.requestPayment'], { channels: [xhsMini] }),
  mini('jd-mini', ['jd.requestPayment'], { channels: [jdMini] }),
  mini('alipay-mini', ['my.tradePay'], {
    channels: [alipayMini],
    wallets: ['alipay'],
    without: { 'wechat.mini': 'Alipay opens no way to WeChat Pay' },
    identify: authCode,
  }),
  mini('wecom-mini', ['wx.qy.requestPayment'], { ...wechat, channels: [wechatMini], identify: wxLogin }),
  mini('wechat-mini', ['wx.requestPayment'], { ...wechat, channels: [wechatMini, wechatVirtual], identify: wxLogin }),
]

export const miniChannels: readonly Channel[] = [
  wechatMini,
  wechatVirtual,
  alipayMini,
  douyinMini,
  baiduMini,
  qqMini,
  kuaishouMini,
  xhsMini,
  jdMini,
]
