/**
 * The way to WeChat Pay's API under the SDK `wechatpay-node-v3` 2.2.1, which (read 2026-11)
 * knows no other host than the real one, sets no time limit, checks no signature of an answer, and decrypts without
 * checking GCM's tag. So: every answer is verified here, and one that is late or not WeChat's is `status: 0`.
 */
import Pay from 'wechatpay-node-v3'
import type { WechatAccount } from '../wallets/accounts.ts'
import { isFromWechat, type Sealed, unseal } from './wechat-seal.ts'

const realGateway = 'https://api.mch.weixin.qq.com'
const timeoutMs = 5000
/** A stranger who sends made-up serial numbers does not make us fetch certificates each time. */
const certificatesMs = 60_000

interface Answer {
  status: number
  data?: unknown
  error?: string
}

const silence = (why: unknown): Answer => ({ status: 0, error: why instanceof Error ? why.message : String(why) })

const answerOf = (status: number, body: string): Answer =>
  status < 300 ? { status, data: body === '' ? {} : JSON.parse(body) } : { status, error: body }

export const call = async (pay: Pay, account: WechatAccount, url: string, init: RequestInit): Promise<Answer> => {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url.replace(realGateway, account.gateway), { ...init, redirect: 'error', signal })
    const body = await response.text()
    const signed = await isFromWechat(pay, account, { headers: response.headers, body })
    return signed ? answerOf(response.status, body) : silence('the answer is not signed by WeChat')
  } catch (error) {
    return silence(error)
  }
}

/** The certificates sign themselves in: what shows that they are WeChat's is that they are sealed with our key. */
const certificates = async ({ gateway, apiV3Key }: WechatAccount, headers: HeadersInit): Promise<Answer> => {
  const signal = AbortSignal.timeout(timeoutMs)
  const response = await fetch(`${gateway}/v3/certificates`, { headers, redirect: 'error', signal })
  const data: { data: { encrypt_certificate: Sealed }[] } = await response.json()
  for (const { encrypt_certificate } of data.data) unseal(apiV3Key, encrypt_certificate)
  return { status: response.status, data }
}

const asSeldom = (ask: (headers: HeadersInit) => Promise<Answer>) => {
  let kept: Promise<Answer> | undefined
  const forget = () => {
    kept = undefined
  }
  return (headers: HeadersInit) => {
    if (kept) return kept
    kept = ask(headers)
    kept.then(() => setTimeout(forget, certificatesMs).unref(), forget)
    return kept
  }
}

/** The SDK with its requests sent to the account's gateway. */
export const wechatPay = (account: WechatAccount): Pay => {
  const pay = new Pay({
    appid: account.appid,
    mchid: account.mchid,
    serial_no: account.serialNo,
    publicKey: Buffer.from(account.certificate),
    privateKey: Buffer.from(account.privateKey),
    key: account.apiV3Key,
  })
  const getCertificates = asSeldom((headers) => certificates(account, headers))
  pay.createHttp({
    get: (url, headers) =>
      url.endsWith('/v3/certificates') ? getCertificates(headers) : call(pay, account, url, { headers }),
    post: (url, params, headers) => call(pay, account, url, { method: 'POST', headers, body: JSON.stringify(params) }),
    upload: async () => silence('nothing is uploaded here'),
  })
  return pay
}
