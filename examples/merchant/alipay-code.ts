/**
 * Alipay's payment codes: 10000 paid, 10003 the payer is asked, 20000 nobody knows. Asked about every 3 s for 60 s, then
 * cancelled right after the last query: opendocs.alipay.com/open/194/106039, docs.antom.com, read 2026-11.
 */
import type { AlipaySdk } from 'alipay-sdk'
import { type Answer, ask } from './alipay-http.ts'
import type { Charge, Charged, Seen } from './wallet.ts'
import { fenOf, yuanOf } from './yuan.ts'

export const alipayCodes = { lifeSeconds: 60, lookEvery: 3, reverseAfter: 0 }

/** The trade ends by itself where even the cancel is lost. */
const timeout_express = '3m'

const paid = (payment: string, { outTradeNo, tradeNo, totalAmount }: Answer): Seen => {
  const value = typeof totalAmount === 'string' ? fenOf(totalAmount) : null
  if (outTradeNo !== payment || typeof tradeNo !== 'string' || value === null) return { state: 'silent' }
  return { state: 'paid', value, currency: 'CNY', walletNumber: tradeNo }
}

/** 40004 is a refusal; but of a number that is known already, for its money may have come. */
const isRefusal = ({ code, subCode }: Answer): boolean =>
  code === '40004' && !/TRADE_HAS|CONTEXT_INCONSISTENT|SYSTEM_ERROR/.test(subCode ?? '')

export const chargeAlipay = async (sdk: AlipaySdk, charge: Charge, code: string): Promise<Charged> => {
  const { payment, title, value } = charge
  const terms = { out_trade_no: payment, subject: title, total_amount: yuanOf(value), timeout_express }
  const told = await ask(sdk, 'alipay.trade.pay', { bizContent: { ...terms, scene: 'bar_code', auth_code: code } })
  if (told.code === '10000') return paid(payment, told)
  if (told.code === '10003') return { state: 'open', phase: 'user-paying' }
  return isRefusal(told) ? { refused: told.subCode ?? '' } : { state: 'silent' }
}

export const reverseAlipay = async (sdk: AlipaySdk, payment: string) => {
  const { code } = await ask(sdk, 'alipay.trade.cancel', { bizContent: { out_trade_no: payment } })
  return code === '10000' ? 'closed' : 'unresolved'
}

/** Of a code the wallet's open trade waits for a password; one that it ended was cancelled, whatever it had taken. */
export const seenOfCode = (seen: Seen, ended: boolean): Seen => {
  if (ended && seen.state !== 'silent') return { state: 'closed' }
  return seen.state === 'open' ? { state: 'open', phase: 'user-paying' } : seen
}
