/**
 * Reads what WeChat Pay tells on its own account: pay.weixin.qq.com/doc/v3/merchant/4012791861 (paid),
 * wiki/doc/apiv3/apis/chapter3_1_11 (refunded), read 2026-11.
 */
import type Pay from 'wechatpay-node-v3'
import * as z from 'zod'
import type { WechatAccount } from '../wallets/accounts.ts'
import type { Letter, Notice } from './wallet.ts'
import { seenIn, transaction } from './wechat-answers.ts'
import { isFromWechat, unseal } from './wechat-seal.ts'

const envelope = z.object({
  id: z.string().min(1),
  event_type: z.string(),
  resource: z.object({ ciphertext: z.string(), associated_data: z.string().default(''), nonce: z.string() }),
})

const returned = z.object({
  mchid: z.string(),
  out_trade_no: z.string(),
  out_refund_no: z.string(),
  refund_status: z.literal('SUCCESS'),
  amount: z.object({ refund: z.int().min(1) }),
})

const returnedNotice = (account: WechatAccount, id: string, told: unknown): Notice | null => {
  const { mchid, out_trade_no, out_refund_no, amount } = returned.parse(told)
  if (mchid !== account.mchid) return null
  return { id, payment: out_trade_no, news: { state: 'returned', id: out_refund_no, value: amount.refund } }
}

const noticeIn = (account: WechatAccount, body: string): Notice | null => {
  const { id, event_type, resource } = envelope.parse(JSON.parse(body))
  const told: unknown = JSON.parse(unseal(account.apiV3Key, resource))
  if (event_type.startsWith('REFUND.')) return returnedNotice(account, id, told)
  const payment = transaction.parse(told).out_trade_no
  const news = seenIn(account, payment, told)
  return news.state === 'silent' ? null : { id, payment, news }
}

/** Null where it is not WeChat's, or not for this merchant, or says nothing that is known. */
export const readWechat = async (pay: Pay, account: WechatAccount, letter: Letter): Promise<Notice | null> => {
  try {
    return (await isFromWechat(pay, account, letter)) ? noticeIn(account, letter.body) : null
  } catch (error) {
    console.error('wechat: a notification was refused:', error instanceof Error ? error.message : error)
    return null
  }
}
