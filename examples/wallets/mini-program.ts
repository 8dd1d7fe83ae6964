/** `wx` and `my`, as far as a mini program needs them to pay: miniprogram-api-typings 5.2.3, @mini-types/my 3.0.14. */
import { loginBy, type Phone, payBy } from './sdk.ts'

type Hear = (answer: Record<string, unknown>) => void

interface Hearing {
  success?: Hear
  fail?: Hear
}

interface RequestOptions extends Hearing {
  url: string
  data: string
  header: Record<string, string>
}

/** What went over the wire: the address, what was asked, and what was answered. */
export type Overhear = (url: string, asked: string, answer: unknown) => void

const sent = async ({ url, data, header }: RequestOptions, overhear: Overhear) => {
  const answer = await fetch(url, { method: 'POST', headers: header, body: data })
  const body: unknown = await answer.json()
  overhear(url, data, body)
  return { status: answer.status, data: body, headers: Object.fromEntries(answer.headers) }
}

const wechatRequest = (overhear: Overhear) => (options: RequestOptions) => {
  sent(options, overhear).then(
    ({ status, data, headers }) => options.success?.({ statusCode: status, data, header: headers }),
    (error) => options.fail?.({ errMsg: `request:fail ${error}` }),
  )
}

/** It hands no answer of HTTP 4xx or 5xx on. */
const alipayRequest = (overhear: Overhear) => (options: RequestOptions) => {
  sent(options, overhear).then(
    (answer) =>
      answer.status < 300
        ? options.success?.(answer)
        : options.fail?.({ error: 19, errorMessage: 'http status error' }),
    (error) => options.fail?.({ error: 12, errorMessage: String(error) }),
  )
}

const wechatWords: Readonly<Record<string, string>> = { ok: 'ok', cancel: 'fail cancel', fail: 'fail' }

/** WeChat knows which mini program it runs: the appid is no parameter. */
const requestPayment = (phone: Phone, appId: string) => (options: Hearing & Record<string, unknown>) => {
  void payBy(phone, { ...options, appId }).then((told) => {
    const word = told?.err_msg?.split(':')[1]
    if (word === undefined) return
    const answer = { errMsg: `requestPayment:${wechatWords[word]}` }
    if (word === 'ok') options.success?.(answer)
    else options.fail?.(answer)
  })
}

/** `success` is called for every code. */
const tradePay = (phone: Phone) => (options: Hearing & Record<string, unknown>) => {
  void payBy(phone, options).then((told) => told && options.success?.(told))
}

const alipayStorage = (kept: Map<string, string>) => ({
  getStorageSync: ({ key }: { key: string }) => ({ data: kept.get(key) ?? null }),
  setStorageSync: ({ key, data }: { key: string; data: string }) => void kept.set(key, data),
  removeStorageSync: ({ key }: { key: string }) => void kept.delete(key),
})

const wechatStorage = (kept: Map<string, string>) => ({
  getStorageSync: (key: string) => kept.get(key) ?? '',
  setStorageSync: (key: string, data: string) => void kept.set(key, data),
  removeStorageSync: (key: string) => void kept.delete(key),
})

/** What a mini program with this appid finds as `wx`. */
export const wxFor = (phone: Phone, appid: string, overhear: Overhear) => ({
  ...wechatStorage(new Map()),
  request: wechatRequest(overhear),
  login: ({ success }: Hearing) => void loginBy(phone).then((code) => success?.({ code, errMsg: 'login:ok' })),
  requestPayment: requestPayment(phone, appid),
})

/** What a mini program finds as `my`. */
export const myFor = (phone: Phone, overhear: Overhear) => ({
  ...alipayStorage(new Map()),
  request: alipayRequest(overhear),
  getAuthCode: ({ success }: Hearing) =>
    void loginBy(phone).then((authCode) => success?.({ authCode, authSuccessScopes: ['auth_base'] })),
  tradePay: tradePay(phone),
})
