/** A shop's page in a WeChat browser, with a merchant's server that answers as the test says. */

import { alipayBridge } from '../../src/channels/alipay-bridge.ts'
import { authorize } from '../../src/channels/authorize.ts'
import { qr } from '../../src/channels/qr.ts'
import { redirect } from '../../src/channels/redirect.ts'
import { wechatBridge } from '../../src/channels/wechat-bridge.ts'
import { createCheckoutIn, type World } from '../../src/checkout/create.ts'
import type { CheckoutOptions } from '../../src/checkout/options.ts'
import type { Place, Reply } from '../../src/core/ports.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../../src/testing/fake.ts'

type Body = Readonly<Record<string, unknown>>
export type Said = Body | Error | Promise<Body>

export const amount = { value: 990, currency: 'CNY' }
export const never = new Promise<never>(() => {})
export const lost = new TypeError('Failed to fetch')

export const bridgeAction = {
  kind: 'wechat.bridge',
  appId: 'wx0123456789abcdef',
  timeStamp: '1764000000',
  nonceStr: 'nonce',
  package: 'prepay_id=wx24',
  signType: 'RSA',
  paySign: 'signature',
}
export const qrAction = { kind: 'qr', content: 'weixin://wxpay/bizpayurl?pr=1' }
export const redirectAction = { kind: 'redirect', url: 'https://wx.tenpay.com/h5' }
export const authorizeAction = { kind: 'authorize', url: 'https://open.weixin.qq.com/connect/oauth2/authorize?state=1' }

export const offer = (action: Body, more: Body = {}): Body => ({ amount, expiresInSeconds: 300, action, ...more })
export const says = (status: string, more: Body = {}): Body => ({ amount, status, ...more })
/** An answer with an HTTP status of its own. */
export const refuses = (httpStatus: number, code: string, more: Body = {}): Body => ({
  httpStatus,
  error: { code, message: code },
  ...more,
})

const place: Place = {
  name: 'wechat-browser',
  recognise: () => ['test'],
  channels: [wechatBridge, alipayBridge, redirect, qr, authorize],
  wallets: ['wechat'],
  without: {},
}

export interface Bridge {
  /** How often `invoke` was called. */
  calls: number
  answer: (raw: unknown) => void
}

export const makeBridge = (tail?: string): Bridge & { readonly globals: Record<string, unknown> } => {
  const bridge = { calls: 0, answer: (_raw: unknown) => {} }
  const invoke = (_name: string, _params: unknown, callback: (raw: unknown) => void) => {
    bridge.calls += 1
    bridge.answer = callback
    if (tail) callback({ err_msg: `get_brand_wcpay_request:${tail}` })
  }
  return Object.assign(bridge, { globals: { WeixinJSBridge: { invoke } } })
}

/** Binds an answer to its question, as an honest server does. */
const bind = (said: Body, asked: Body): Reply => {
  const { httpStatus = 200, ...body } = said
  const { payment, order, nonce } = asked
  const named = 'error' in body ? body : { payment, order, ...(nonce !== undefined && { nonce }), ...body }
  return { status: httpStatus as number, body: named }
}

export interface Script {
  readonly prepare?: (asked: Body, times: number) => Said
  readonly status?: (asked: Body, times: number) => Said
  readonly close?: (asked: Body, times: number) => Said
}

/** Counts the calls; by default an order is offered to the bridge and stays pending. */
export const makeMerchant = (script: Script = {}) => {
  const count = { prepare: 0, status: 0, close: 0 }
  const scripts = {
    prepare: () => offer(bridgeAction),
    status: () => says('pending'),
    close: () => says('closed'),
    ...script,
  }
  const answer = (url: string, { body }: { readonly body: unknown }): Promise<Reply> => {
    const call = url.slice(url.lastIndexOf('/') + 1) as keyof typeof count
    count[call] += 1
    const said = scripts[call](body as Body, count[call])
    if (said instanceof Error) return Promise.reject(said)
    return Promise.resolve(said).then((each) => bind(each, body as Body))
  }
  return { count, answer }
}

export const openShop = (fake: FakeHost, options: Partial<CheckoutOptions> = {}, live: World['live'] = new Map()) =>
  createCheckoutIn(
    {
      places: [place],
      channels: place.channels,
      readSignals: () => ({ userAgent: '', maxTouchPoints: 0, objects: [] }),
      live,
      makeHost: () => fake.host,
    },
    { endpoint: 'https://shop.example/pay', ...options },
  )

/** One page, one merchant, one bridge. */
export const shop = (
  script: Script = {},
  more: FakeOptions & { readonly bridge?: ReturnType<typeof makeBridge> } = {},
) => {
  const merchant = makeMerchant(script)
  const bridge = more.bridge ?? makeBridge()
  const fake = fakeHost({ globals: bridge.globals, ...more, answer: merchant.answer })
  return { ...fake, merchant, bridge, fake, checkout: openShop(fake) }
}
