/** What Alipay says of a trade, in the merchant's words. Anything that is not known stays unknown. */
import * as z from 'zod'
import type { AlipayAccount } from '../wallets/accounts.ts'
import type { Answer } from './alipay-http.ts'
import type { Notice, Seen } from './wallet.ts'
import { fenOf } from './yuan.ts'

/** alipay.trade.query: open.alitrip.com/docs/doc.htm?articleId=757, read 2026-11. `sendPayDate`: it was paid once. */
const trade = z.object({
  code: z.literal('10000'),
  outTradeNo: z.string(),
  tradeNo: z.string(),
  tradeStatus: z.string(),
  totalAmount: z.string(),
  sendPayDate: z.string().optional(),
})

const paid = (yuan: string, walletNumber: string): Seen => {
  const value = fenOf(yuan)
  return value === null ? { state: 'silent' } : { state: 'paid', value, currency: 'CNY', walletNumber }
}

/** TRADE_CLOSED is said of an unpaid trade that ended, and of a paid one that was wholly refunded. */
export const seenIn = (payment: string, answer: Answer): Seen => {
  if (answer.subCode === 'ACQ.TRADE_NOT_EXIST') return { state: 'absent' }
  const { data } = trade.safeParse(answer)
  if (data?.outTradeNo !== payment) return { state: 'silent' }
  const { tradeStatus, totalAmount, tradeNo, sendPayDate } = data
  if (tradeStatus === 'WAIT_BUYER_PAY') return { state: 'open', phase: 'scanned' }
  if (tradeStatus === 'TRADE_SUCCESS' || tradeStatus === 'TRADE_FINISHED') return paid(totalAmount, tradeNo)
  if (tradeStatus !== 'TRADE_CLOSED') return { state: 'silent' }
  return sendPayDate === undefined ? { state: 'closed' } : paid(totalAmount, tradeNo)
}

/** opendocs.alipay.com/open/203/105286 (notification), read 2026-11. */
const told = z.object({
  notify_id: z.string().min(1),
  app_id: z.string(),
  sign_type: z.literal('RSA2'),
  out_trade_no: z.string(),
  trade_no: z.string(),
  trade_status: z.string(),
  total_amount: z.string(),
})

/** What a notification says whose signature is right; anything but paid is only a reason to look. */
export const noticeIn = ({ appId }: AlipayAccount, params: Record<string, string>): Notice | null => {
  const { data } = told.safeParse(params)
  if (data?.app_id !== appId) return null
  const success = data.trade_status === 'TRADE_SUCCESS' || data.trade_status === 'TRADE_FINISHED'
  const news: Seen = success ? paid(data.total_amount, data.trade_no) : { state: 'silent' }
  return { id: data.notify_id, payment: data.out_trade_no, news }
}
