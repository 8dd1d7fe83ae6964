/** What stands around a shop's page in a recipe: a server, a wallet, a place. */
import ts from 'typescript'
import { vi } from 'vitest'
import { type CheckoutOptions, createCheckout } from '../../src/index.ts'

export type Fields = Readonly<Record<string, unknown>>

export const amount = { value: 990, currency: 'CNY' }
export const signed = { timeStamp: '1764000000', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' }
const shop = 'https://shop.example/pay'

/** Answers each question with what it was asked about. `isPaid` is the wallet's ledger. */
export const serve = (action: Fields, isPaid: () => boolean) => {
  const send = (call: string, { payment, order, nonce }: Fields) => {
    const word = call === 'prepare' ? { expiresInSeconds: 300, action } : { status: isPaid() ? 'paid' : 'pending' }
    return { payment, order, nonce, amount, ...word }
  }
  vi.stubGlobal('fetch', async (request: Request) =>
    Response.json(send(request.url.replace(/.*\//, ''), (await request.json()) as Fields)),
  )
  return send
}

export const inPage = (options: CheckoutOptions) =>
  createCheckout({ ...options, endpoint: shop, hosts: ['wallet.example'] })
export const button = (): HTMLButtonElement => document.body.appendChild(document.createElement('button'))
export const standIn = (userAgent: string, maxTouchPoints = 5) =>
  vi.stubGlobal('navigator', { userAgent, maxTouchPoints })

export const inWeChat = (userAgent = 'MicroMessenger/8.0.50') => {
  let paid = false
  standIn(userAgent)
  vi.stubGlobal('WeixinJSBridge', {
    invoke: (_: string, __: object, answer: (said: object) => void) => {
      paid = true
      answer({ err_msg: 'get_brand_wcpay_request:ok' })
    },
  })
  serve({ kind: 'wechat.bridge', appId: 'wx0123456789abcdef', ...signed }, () => paid)
}

/** Runs code as it is written. What it imports, and the page's own names, are handed in. */
export const run = (code: string, given: Fields): void => {
  const script = ts.transpile(code.replace(/^import.*$/gm, ''), { target: ts.ScriptTarget.ES2022 })
  new Function(...Object.keys(given), script)(...Object.values(given))
}

/** A mini program's runtime, whose wallet calls `pays`. */
export const standInMiniProgram = (send: ReturnType<typeof serve>, pays: () => void): void => {
  const later = (call: (said: object) => void, said: object) => setTimeout(() => call(said), 0)
  const kept = new Map<string, unknown>()
  vi.stubGlobal('wx', {
    request: ({ url, data, success }: { url: string; data: string; success: (said: object) => void }) =>
      later(success, { statusCode: 200, header: {}, data: send(url.replace(/.*\//, ''), JSON.parse(data)) }),
    requestPayment: ({ success }: { success: (said: object) => void }) => {
      pays()
      later(success, { errMsg: 'requestPayment:ok' })
    },
    login: ({ success }: { success: (said: object) => void }) => later(success, { code: 'login-code' }),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    removeStorageSync: (key: string) => kept.delete(key),
  })
}
