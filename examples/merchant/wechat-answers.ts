/** What WeChat Pay v3 says of an order, in the merchant's words. Anything that is not known stays unknown. */
import type Pay from 'wechatpay-node-v3'
import * as z from 'zod'
import type { WechatAccount } from '../wallets/accounts.ts'
import type { Seen } from './wallet.ts'

export type Output = Awaited<ReturnType<Pay['query']>>

/** pay.weixin.qq.com/doc/v3/merchant/4013070356 (query) and 4012791861 (notification), read 2026-11. */
export const transaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  trade_state: z.string(),
  transaction_id: z.string().optional(),
  amount: z.object({ total: z.int(), currency: z.string() }).optional(),
})

const unpaidStates: Record<string, Seen> = {
  NOTPAY: { state: 'open' },
  USERPAYING: { state: 'open', phase: 'user-paying' },
  CLOSED: { state: 'closed' },
  REVOKED: { state: 'closed' },
  PAYERROR: { state: 'failed' },
}

/** A refund, of all or of a part, follows a payment: the order was paid. */
const paidStates = ['SUCCESS', 'REFUND']

/** Each order is under one of them. */
const appidsOf = ({ appid, mini, app }: WechatAccount): readonly string[] => [appid, mini.appid, app.appid]

/** The word on the payment that was asked about, from an answer that is about it and this merchant. */
export const seenIn = (account: WechatAccount, payment: string, answer: unknown): Seen => {
  const { data } = transaction.safeParse(answer)
  const ours = appidsOf(account).includes(data?.appid ?? '') && data?.mchid === account.mchid
  if (!ours || data.out_trade_no !== payment) return { state: 'silent' }
  if (!paidStates.includes(data.trade_state)) return unpaidStates[data.trade_state] ?? { state: 'silent' }
  if (!data.amount || data.transaction_id === undefined) return { state: 'silent' }
  const { total, currency } = data.amount
  return { state: 'paid', value: total, currency, walletNumber: data.transaction_id }
}

const failure = z.object({ code: z.string() })

/** The code of an answer that refuses, or nothing where there is no such answer. */
export const codeOf = (error: unknown): string => {
  if (typeof error !== 'string' || !error.startsWith('{')) return ''
  return failure.safeParse(JSON.parse(error)).data?.code ?? ''
}
