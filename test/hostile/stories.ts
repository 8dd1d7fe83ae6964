/** Payments, told in the same words wherever isopay runs: how each one ends when nobody is hostile. */
import type { Checkout } from '../../src/core/checkout.ts'
import type { Payment } from '../../src/core/words.ts'
import { amount, type Device, type Page, type Visit } from './page.ts'

export interface Isopay {
  readonly createCheckout: (options: {
    readonly endpoint: string
    readonly deadlineMs?: number
  }) => Pick<Checkout, 'pay' | 'resume'>
}

/** Loads isopay into a page: each surrounding does it in its own way. */
export type Load = (page: Page) => Isopay | Promise<Isopay>

const wechat = 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1'
const desktop = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36'

const signed = { timeStamp: '1764000000', nonceStr: 'nonce', package: 'prepay_id=1', signType: 'RSA', paySign: 'sign' }
const bridge = { kind: 'wechat.bridge', appId: 'wx0123456789abcdef', ...signed }
const cashier = 'https://wx.tenpay.com/h5?prepay_id=1'
const code = 'weixin://wxpay/bizpayurl?pr=1'

export interface Story extends Visit {
  /** What the server says once the wallet has been asked. */
  readonly becomes: 'paid' | 'pending'
  /** Comes back on a page of its own, and takes the payment up. */
  readonly returns?: true
  /** How it ends. */
  readonly told: object
}

export const stories: Readonly<Record<string, Story>> = {
  pay: { userAgent: wechat, action: bridge, tail: 'ok', becomes: 'paid', told: { status: 'paid', invoked: 1 } },
  cancel: {
    userAgent: wechat,
    action: bridge,
    tail: 'cancel',
    becomes: 'pending',
    told: { status: 'cancelled', code: 'cancelled', invoked: 1 },
  },
  redirect: {
    userAgent: phone,
    action: { kind: 'redirect', url: cashier },
    becomes: 'pending',
    told: { status: 'pending', code: 'unconfirmed', left: [cashier] },
  },
  QR: {
    userAgent: desktop,
    action: { kind: 'qr', content: code },
    becomes: 'paid',
    told: { status: 'paid', shown: code },
  },
  resume: {
    userAgent: phone,
    action: { kind: 'redirect', url: cashier },
    becomes: 'paid',
    returns: true,
    told: { status: 'paid' },
  },
}

const endpoint = 'https://shop.example/pay'
const none: Device['kept'] = new Map()

export const newDevice = (): Device => ({ kept: new Map(none), url: 'https://shop.example/cart' })

/** What a caller can see of the end; `result.then` may be somebody else's by now. */
const told = (payment: Payment | null, { bridge, left }: Page): object => {
  const { result, qr } = payment?.state ?? {}
  const error = result && Object.hasOwn(result, 'error') ? result.error : undefined
  return {
    ...(result && { status: result.status }),
    ...(error && { code: error.code }),
    ...(bridge.invoked > 0 && { invoked: bridge.invoked }),
    ...(left.length > 0 && { left }),
    ...(qr && { shown: qr.content }),
  }
}

export interface Stage {
  readonly device: Device
  readonly open: (visit: Visit) => Page
  readonly load: Load
}

/** Plays a story to its end, within two minutes of the page's own time. */
export const play = async (story: Story, { device, open, load }: Stage): Promise<object> => {
  const page = open(story)
  const { createCheckout } = await load(page)
  const payment = createCheckout({ endpoint, deadlineMs: 60_000 }).pay('order-1', { expect: amount })
  await page.advance(3_000)
  if (story.returns) return comeBack(story, { device, open, load })
  page.merchant.status = story.becomes
  await page.advance(120_000)
  return told(payment, page)
}

const comeBack = async (story: Story, { open, load }: Stage): Promise<object> => {
  const page = open(story)
  const { createCheckout } = await load(page)
  page.merchant.status = story.becomes
  const payment = createCheckout({ endpoint, deadlineMs: 60_000 }).resume('order-1')
  await page.advance(120_000)
  return told(payment, page)
}
