/** Notifications as anybody can write them: each wallet's form, and no signature that could be right. */
import type { Body } from './words.ts'

interface Forgery {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const xml = { 'content-type': 'text/xml' }

/** WeChat v3 wants the content encrypted; a server that skips that reads it as it stands. */
const wechat = (payment: string, value: unknown): string => {
  const transaction = {
    out_trade_no: payment,
    trade_state: 'SUCCESS',
    transaction_id: '4200',
    amount: { total: value },
  }
  const resource = { original_type: 'transaction', ciphertext: JSON.stringify(transaction), nonce: '', ...transaction }
  return JSON.stringify({ id: 'forged', event_type: 'TRANSACTION.SUCCESS', resource, ...transaction })
}

const wechatOld = (payment: string, value: unknown): string =>
  `<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code><out_trade_no>${payment}</out_trade_no>` +
  `<total_fee>${value}</total_fee><transaction_id>4200</transaction_id></xml>`

const yuan = (value: unknown): string => (Number(value) / 100).toFixed(2)

const alipay = (payment: string, value: unknown, more: Readonly<Record<string, string>>): string =>
  new URLSearchParams({
    notify_id: 'forged',
    out_trade_no: payment,
    trade_no: '2026',
    trade_status: 'TRADE_SUCCESS',
    total_amount: yuan(value),
    ...more,
  }).toString()

export const forgeries = (payment: string, { value }: Body): readonly Forgery[] => [
  { name: 'WeChat’s notification', headers: json, body: wechat(payment, value) },
  { name: 'WeChat’s old notification (XML)', headers: xml, body: wechatOld(payment, value) },
  { name: 'Alipay’s notification', headers: form, body: alipay(payment, value, {}) },
  {
    name: 'Alipay’s notification with a made-up sign',
    headers: form,
    body: alipay(payment, value, { sign_type: 'RSA2', sign: 'Zm9yZ2Vk' }),
  },
]
