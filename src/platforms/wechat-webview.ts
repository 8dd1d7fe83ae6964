/** A page in a web-view of a WeChat mini program. */
import { wechatHop } from '../channels/hop.ts'
import type { Place } from '../core/ports.ts'
import { objects, overruled, token } from './evidence.ts'
import { wechatTokens } from './wallet-tokens.ts'

/**
 * By `__wxjs_environment`, which is set once the bridge is ready, or by `miniProgram/<appid>` beside WeChat's own token
 * (7.0.0 and later; QQ and Kuaishou have it, too). `wx.miniProgram` proves nothing: the jweixin script brings it along
 * everywhere. developers.weixin.qq.com, web-view component, read 2026-11.
 */
export const wechatWebview: Place = {
  name: 'wechat-webview',
  recognise: (signals) => {
    const proof = objects(signals, ['__wxjs_environment=miniprogram'])
    if (proof.length > 0) return proof
    if (overruled(signals, ['WeixinJSBridge'])) return null
    const wechat = token(signals, wechatTokens)
    const mini = token(signals, ['miniProgram/', 'MiniProgramEnv/'])
    return wechat.length > 0 && mini.length > 0 ? [...wechat, ...mini] : null
  },
  wallets: ['wechat'],
  channels: [wechatHop],
  without: {
    'wechat.bridge': 'WeChat refuses JSAPI payment in a mini program’s web-view: a native page of it must pay',
    redirect: 'WeChat’s H5 cashier does not open inside WeChat',
    qr: 'WeChat does not pay from a code on the payer’s own screen',
  },
}
