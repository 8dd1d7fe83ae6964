/** A mini program that was opened to buy something, with a merchant's server behind it. */
import type { Build, Fields, Phone } from './bare.ts'
import { type Answer, type Native, newPhone, startEngine } from './engine.ts'

export const amount = { value: 990, currency: 'CNY' }
export const signed = {
  timeStamp: '1764000000',
  nonceStr: 'nonce',
  package: 'prepay_id=wx24',
  signType: 'RSA',
  paySign: 'signature',
}
const offline: Answer = { by: 'fail', said: { errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' } }

/** A merchant's server: it knows each payment by its id and keeps to R1 and R2. */
export const openMerchant = (action: Fields = { kind: 'wechat.mini', ...signed }) => {
  const asked: Fields[] = []
  const payments = new Set<unknown>()
  const merchant = { asked, payments, status: 'pending', online: true }
  const request: Native = ({ url, data }) => {
    if (!merchant.online) return offline
    const call = String(url).replace('https://shop.example/pay/', '')
    const { payment, order, nonce, ...body } = JSON.parse(String(data)) as Fields
    asked.push({ call, ...body })
    if (call === 'prepare') payments.add(payment)
    const open = call === 'prepare' && merchant.status === 'pending'
    const word = open ? { expiresInSeconds: 300, action } : { status: merchant.status }
    return { by: 'success', said: { statusCode: 200, data: { payment, order, nonce, amount, ...word }, header: {} } }
  }
  return Object.assign(merchant, { request })
}

type Merchant = ReturnType<typeof openMerchant>

export const open = (merchant: Merchant, pay: Native, more: Build & { brand?: string; phone?: Phone }) => {
  const { brand = 'wx', phone = newPhone() } = more
  const [name, login] = brand === 'my' ? ['tradePay', 'getAuthCode'] : ['requestPayment', 'login']
  let invoked = 0
  const natives = {
    request: merchant.request,
    [name as string]: (options: Fields) => {
      invoked += 1
      return pay(options)
    },
    [login as string]: (): Answer => ({ by: 'success', said: { code: 'login-code', authCode: 'auth-code' } }),
    ...(brand === 'wx' && { getRandomValues: () => undefined }),
  }
  const engine = startEngine({ ...more, phone, brand, natives })
  engine.evaluate(`(globalThis.checkout = isopay.createCheckout({ endpoint: 'https://shop.example/pay' })).platform`)
  const tap = () => {
    const code = `globalThis.ended = null; globalThis.payment = checkout.pay('order-1', { expect: ${JSON.stringify(amount)} });
      payment.result.then(({ status, error }) => { ended = { status, code: error && error.code } });`
    return engine.evaluate(`(() => { ${code} return payment.id })()`)
  }
  return { ...engine, phone, tap, invoked: () => invoked, ended: () => engine.evaluate('ended') }
}

export const says =
  (errMsg: string, by: Answer['by'] = errMsg.endsWith(':ok') ? 'success' : 'fail'): Native =>
  () => ({ by, said: { errMsg }, afterMs: 2_000 })
