/** Opens orders at Alipay: trade.create in Alipay itself, wap, page and app outside it, precreate for a screen. */
import type { AlipaySdk } from 'alipay-sdk'
import * as z from 'zod'
import { alipayCodes } from './alipay-code.ts'
import { ask } from './alipay-http.ts'
import { beijingPlain } from './beijing.ts'
import type { Action, Charge, Opened } from './wallet.ts'
import { yuanOf } from './yuan.ts'

const phones = ['mobile-browser', 'app-browser', 'alipay-browser']

/**
 * A trade that is made only when the payer scans or logs in cannot be closed before, so that an order stays busy until
 * such a way has ended (R3): hence they are short.
 */
export const ways = {
  'alipay.bridge': { platforms: ['alipay-browser'], payerBy: 'oauth-code', lifeSeconds: 900 },
  'alipay.mini': { platforms: ['alipay-mini'], payerBy: 'login-code', lifeSeconds: 900 },
  'alipay.hop': { platforms: ['alipay-webview'], nativePage: '/pages/pay/index', lifeSeconds: 900 },
  'app.bridge': { platforms: ['app-native', 'app-webview'], lifeSeconds: 300 },
  redirect: { platforms: [...phones, 'desktop-browser'], lifeSeconds: 300 },
  form: { platforms: [...phones, 'desktop-browser'], lifeSeconds: 300 },
  qr: { lifeSeconds: 300 },
  code: { lifeSeconds: alipayCodes.lifeSeconds },
} as const

const created = z.object({ tradeNo: z.string().min(1) })
const precreated = z.object({ qrCode: z.string().min(1) })

const terms = ({ payment, title, value, expiresAt }: Charge) => ({
  out_trade_no: payment,
  subject: title,
  total_amount: yuanOf(value),
  time_expire: beijingPlain(expiresAt),
})

const ordered = async <T>(
  sdk: AlipaySdk,
  method: string,
  params: Record<string, unknown>,
  answer: z.ZodType<T>,
  action: (data: T) => Action,
): Promise<Opened> => {
  const told = await ask(sdk, method, params)
  // 20000 is Alipay's own word for not knowing: opendocs.alipay.com/common/02km9f.
  if (told.code === undefined || told.code === '20000') return 'silent'
  if (told.code !== '10000') return { refused: told.subCode ?? told.code }
  const read = answer.safeParse(told)
  return read.success ? { action: action(read.data) } : 'silent'
}

/** The code is for any payer: opendocs.alipay.com/open/02ekfj (precreate), read 2026-11. */
const qr = (sdk: AlipaySdk, notifyUrl: string, charge: Charge) =>
  ordered(sdk, 'alipay.trade.precreate', { notifyUrl, bizContent: terms(charge) }, precreated, ({ qrCode }) => ({
    kind: 'qr',
    content: qrCode,
  }))

/** For one payer, by the id that the login gave: Alipay refuses any other. */
const inAlipay = (kind: string) => (sdk: AlipaySdk, notifyUrl: string, charge: Charge) => {
  const bizContent = { ...terms(charge), product_code: 'JSAPI_PAY', buyer_open_id: charge.payer }
  return ordered(sdk, 'alipay.trade.create', { notifyUrl, bizContent }, created, ({ tradeNo }) => ({
    kind,
    tradeNO: tradeNo,
  }))
}

/** A signed address of the cashier; nothing exists at Alipay until the payer opens it. */
const cashier = (sdk: AlipaySdk, notifyUrl: string, charge: Charge) => {
  const phone = phones.includes(charge.platform)
  const method = phone ? 'alipay.trade.wap.pay' : 'alipay.trade.page.pay'
  const product_code = phone ? 'QUICK_WAP_WAY' : 'FAST_INSTANT_TRADE_PAY'
  const returns = charge.returnUrl === undefined ? {} : { returnUrl: charge.returnUrl }
  const bizContent = { ...terms(charge), product_code, ...(phone ? { quit_url: charge.returnUrl } : {}) }
  return new URL(sdk.pageExecute(method, 'GET', { notifyUrl, ...returns, bizContent }))
}

/** A signed order as text, for Alipay's SDK alone: alipay.trade.app.pay, opendocs.alipay.com/open/02e7gq, read 2026-11. */
const inApp = async (sdk: AlipaySdk, notifyUrl: string, charge: Charge): Promise<Opened> => {
  const bizContent = { ...terms(charge), product_code: 'QUICK_MSECURITY_PAY' }
  const params = sdk.sdkExecute('alipay.trade.app.pay', { notifyUrl, bizContent })
  return { action: { kind: 'app.bridge', wallet: 'alipay', params } }
}

const redirect = async (sdk: AlipaySdk, notifyUrl: string, charge: Charge): Promise<Opened> => ({
  action: { kind: 'redirect', url: cashier(sdk, notifyUrl, charge).href },
})

/** As the SDK's own form has it, but fields and no HTML: common parameters in the address, the order in the body. */
const form = async (sdk: AlipaySdk, notifyUrl: string, charge: Charge): Promise<Opened> => {
  const url = cashier(sdk, notifyUrl, charge)
  const fields = { biz_content: url.searchParams.get('biz_content') ?? '' }
  url.searchParams.delete('biz_content')
  return { action: { kind: 'form', url: url.href, fields } }
}

const openers = {
  'alipay.bridge': inAlipay('alipay.bridge'),
  'alipay.mini': inAlipay('alipay.mini'),
  'app.bridge': inApp,
  redirect,
  form,
  qr,
}

const isKind = (kind: string): kind is keyof typeof openers => Object.hasOwn(openers, kind)

export const openAlipay = async (sdk: AlipaySdk, notifyUrl: string, kind: string, charge: Charge): Promise<Opened> =>
  isKind(kind) ? openers[kind](sdk, notifyUrl, charge) : { refused: kind }
