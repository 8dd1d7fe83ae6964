/** How a place is recognised: objects prove, a user agent hints, and an object of another's overrules the hint. */
import type { Signals } from '../core/ports.ts'

/** The objects that only a wallet or an app can have put there, and the option `bridge`. `wx.miniProgram` and `upsdk` come with a script. */
const proofs: readonly string[] = [
  'WeixinJSBridge',
  'AlipayJSBridge',
  'plus.payment',
  'Wechat.sendPaymentRequest',
  'cordova.plugins.alipay',
  'webkit.messageHandlers.isopay',
  'isopay.postMessage',
  'bridge',
]

/** Which of `names` were found. */
export const objects = (signals: Signals, names: readonly string[]): readonly string[] =>
  names.filter((name) => signals.objects.includes(name)).map((name) => `object: ${name}`)

/** The first of `tokens` that the user agent holds, letter by letter: case tells WeChat's `miniProgram` from Alipay's. */
export const token = ({ userAgent }: Signals, tokens: readonly string[]): readonly string[] => {
  const found = tokens.find((each) => userAgent.includes(each))
  return found === undefined ? [] : [`userAgent: ${found}`]
}

/** Somebody else's bridge is here and none of `own`: whatever the user agent says, it is not this place. */
export const overruled = (signals: Signals, own: readonly string[] = []): boolean =>
  objects(signals, own).length === 0 && objects(signals, proofs).length > 0

/** The evidence, or null where there is none. */
export const orNull = (evidence: readonly string[]): readonly string[] | null => (evidence.length > 0 ? evidence : null)
