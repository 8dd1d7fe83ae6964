/** What `diagnose` knows, of every channel: written out, since what a list spreads is kept by bundlers that nobody uses it in. */
import * as alipay from './alipay.ts'
import { ownApps, unionpay } from './apps.ts'
import { paymentCodes, qrCodes } from './codes.ts'
import type { Known } from './diagnose.ts'
import { alipayHops, hops, redirects, wechatHops } from './leaving.ts'
import * as wechat from './wechat.ts'

export const symptoms: readonly Known[] = [
  ['alipay.mini', alipay.trades],
  ['wechat.mini', wechat.orders],
  ['wechat.mini', wechat.miniPrograms],
  ['app.bridge', ownApps],
  ['wechat.hop', hops],
  ['wechat.hop', wechatHops],
  ['wechat.bridge', wechat.orders],
  ['wechat.bridge', wechat.pages],
  ['authorize', wechat.identities],
  ['qr', qrCodes],
  ['alipay.hop', hops],
  ['alipay.hop', alipayHops],
  ['alipay.bridge', alipay.trades],
  ['alipay.bridge', alipay.pages],
  ['form', alipay.forms],
  ['redirect', redirects],
  ['unionpay.bridge', unionpay],
  ['code', paymentCodes],
]
