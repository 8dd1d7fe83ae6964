/** Opens orders at WeChat Pay: JSAPI for its own browser and for mini programs, H5, Native and app. */
import type Pay from 'wechatpay-node-v3'
import * as z from 'zod'
import type { WechatAccount } from '../wallets/accounts.ts'
import { beijingRfc3339 } from './beijing.ts'
import type { Action, Charge, Opened } from './wallet.ts'
import { codeOf, type Output } from './wechat-answers.ts'
import { wechatCodes } from './wechat-code.ts'

/**
 * The H5 address is valid for 5 minutes. `time_expire` is the last moment to pay, is never under a minute, and must be
 * the same each time: pay.weixin.qq.com/docs/merchant/products/h5-payment/apilist.html, read 2026-11.
 */
export const ways = {
  'wechat.bridge': { platforms: ['wechat-browser', 'wechat-desktop'], payerBy: 'oauth-code', lifeSeconds: 900 },
  'wechat.mini': { platforms: ['wechat-mini', 'wecom-mini'], payerBy: 'login-code', lifeSeconds: 900 },
  'wechat.hop': { platforms: ['wechat-webview'], nativePage: '/pages/pay/index', lifeSeconds: 900 },
  'app.bridge': { platforms: ['app-native', 'app-webview'], lifeSeconds: 900 },
  redirect: { platforms: ['mobile-browser', 'app-browser'], lifeSeconds: 300 },
  qr: { lifeSeconds: 900 },
  code: { lifeSeconds: wechatCodes.lifeSeconds },
} as const

const text = z.string().min(1)
const jsapi = z.object({ appId: text, timeStamp: text, nonceStr: text, package: text, signType: text, paySign: text })
/** As WeChat's OpenSDK names them: pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter4_2_4.shtml, read 2026-11. */
const app = z.object({
  appid: text,
  partnerid: text,
  prepayid: text,
  package: text,
  noncestr: text,
  timestamp: text,
  sign: text,
})
const h5 = z.object({ h5_url: z.url() })
const native = z.object({ code_url: text })

/** 5xx, 429, silence and an answer without what was ordered leave open what became of the call. */
const openedBy = <T>(output: Output, answer: z.ZodType<T>, action: (data: T) => Action): Opened => {
  const { status, data, error } = output
  if (status === 0 || status === 429 || status >= 500) return 'silent'
  if (status !== 200) return { refused: codeOf(error) }
  const read = answer.safeParse(data)
  return read.success ? { action: action(read.data) } : 'silent'
}

const withReturn = (cashier: string, returnUrl: string | undefined) => {
  const url = new URL(cashier)
  if (returnUrl !== undefined) url.searchParams.set('redirect_url', returnUrl)
  return url.href
}

export interface Counter {
  pay: Pay
  notifyUrl: string
  account: WechatAccount
}

const terms = ({ payment, title, value, currency, expiresAt }: Charge, notifyUrl: string) => ({
  description: title,
  out_trade_no: payment,
  time_expire: beijingRfc3339(expiresAt),
  notify_url: notifyUrl,
  amount: { total: value, currency },
})

const bridge = async ({ pay, notifyUrl }: Counter, charge: Charge) => {
  const payer = { openid: charge.payer ?? '' }
  const output = await pay.transactions_jsapi({ ...terms(charge, notifyUrl), payer })
  return openedBy(output, jsapi, (signed) => ({ kind: 'wechat.bridge', ...signed }))
}

/** The same order and the same strings as a page's, under the mini program's appid, with the openid that belongs to it. */
const mini = async ({ pay, notifyUrl, account }: Counter, charge: Charge) => {
  const payer = { openid: charge.payer ?? '' }
  const output = await pay.transactions_jsapi({ ...terms(charge, notifyUrl), appid: account.mini.appid, payer })
  return openedBy(output, jsapi, ({ appId: _, ...signed }) => ({ kind: 'wechat.mini', ...signed }))
}

const inApp = async ({ pay, notifyUrl, account }: Counter, charge: Charge) => {
  const output = await pay.transactions_app({ ...terms(charge, notifyUrl), appid: account.app.appid })
  return openedBy(output, app, (params) => ({ kind: 'app.bridge', wallet: 'wechat', params }))
}

const redirect = async ({ pay, notifyUrl, account }: Counter, charge: Charge) => {
  const site = charge.returnUrl === undefined ? {} : { app_url: new URL(charge.returnUrl).origin }
  const scene_info = { payer_client_ip: charge.payerIp, h5_info: { type: 'Wap', app_name: account.payee, ...site } }
  const output = await pay.transactions_h5({ ...terms(charge, notifyUrl), scene_info })
  return openedBy(output, h5, ({ h5_url }) => ({ kind: 'redirect', url: withReturn(h5_url, charge.returnUrl) }))
}

const qr = async ({ pay, notifyUrl }: Counter, charge: Charge) => {
  const output = await pay.transactions_native(terms(charge, notifyUrl))
  return openedBy(output, native, ({ code_url }) => ({ kind: 'qr', content: code_url }))
}

const openers = { 'wechat.bridge': bridge, 'wechat.mini': mini, 'app.bridge': inApp, redirect, qr }

const isKind = (kind: string): kind is keyof typeof openers => Object.hasOwn(openers, kind)

export const openWechat = async (counter: Counter, kind: string, charge: Charge): Promise<Opened> =>
  isKind(kind) ? openers[kind](counter, charge) : { refused: kind }
