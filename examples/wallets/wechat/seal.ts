/** WeChat Pay v3's two signatures: the merchant's on every request, the platform's on every answer and notification. */
import { createPublicKey, createSign, createVerify, randomBytes } from 'node:crypto'
import type { Operator } from '../operator.ts'

const scheme = 'WECHATPAY2-SHA256-RSA2048 '
const skewSeconds = 300

const seconds = () => Math.floor(Date.now() / 1000)

/** `key="value",…` after the scheme. */
const fieldsOf = (header: string): Record<string, string> =>
  Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))

/** Checks a text that the merchant's key should have signed. */
export const signedByMerchant = (operator: Operator, text: string, signature: string): boolean =>
  createVerify('RSA-SHA256')
    .update(text)
    .verify(createPublicKey(operator.accounts.wechat.privateKey), signature, 'base64')

/**
 * Why a request is not the merchant's, or null. `url` is the path with its query as the real host sees it, from `/v3`.
 * Rules: pay.weixin.qq.com/doc/v3/merchant/4012365336 (signing a request), read 2026-11.
 */
export const sealFault = (operator: Operator, request: { method: string; url: string; body: string; seal: string }) => {
  if (!request.seal.startsWith(scheme)) return 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》'
  const { mchid, serial_no = '', nonce_str = '', timestamp = '', signature = '' } = fieldsOf(request.seal)
  const { wechat } = operator.accounts
  if (mchid !== wechat.mchid) return '商户号不存在'
  if (serial_no.toUpperCase() !== wechat.serialNo) return '商户证书序列号有误'
  if (!(Math.abs(Number(timestamp) - seconds()) <= skewSeconds))
    return 'Http头Authorization中的timestamp与当前时间相差过大'
  const text = [request.method, request.url, timestamp, nonce_str, request.body, ''].join('\n')
  return signedByMerchant(operator, text, signature) ? null : '错误的签名，验签失败'
}

/** The four headers over an answer's or a notification's body; `privateKey` is the platform's unless it is forged. */
export const sealed = (operator: Operator, body: string, privateKey = operator.platforms.wechat.privateKey) => {
  const timestamp = String(seconds())
  const nonce = randomBytes(16).toString('hex')
  const text = `${timestamp}\n${nonce}\n${body}\n`
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': createSign('RSA-SHA256').update(text).sign(privateKey, 'base64'),
    'Wechatpay-Serial': operator.platforms.wechat.serialNo,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  }
}
