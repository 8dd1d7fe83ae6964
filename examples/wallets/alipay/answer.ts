import type { Trade } from '../ledger.ts'
import { yuan } from './units.ts'

/** What stands inside `…_response`: code 10000, or a refusal with its sub_code. */
export type Answer = Record<string, string>

export const ok = (fields: Answer): Answer => ({ code: '10000', msg: 'Success', ...fields })

/** The business said no: code 40004. */
export const refuse = (sub_code: string, sub_msg: string): Answer => ({
  code: '40004',
  msg: 'Business Failed',
  sub_code,
  sub_msg,
})

/** The request is malformed: code 40002. */
export const invalid = (sub_code: string, sub_msg: string): Answer => ({
  code: '40002',
  msg: 'Invalid Arguments',
  sub_code,
  sub_msg,
})

export const notExist = () => refuse('ACQ.TRADE_NOT_EXIST', '交易不存在')

export const naming = (trade: Trade): Answer => ({ out_trade_no: trade.number, trade_no: trade.id })

export const total = ({ value }: Pick<Trade, 'value'>): Answer => ({ total_amount: yuan(value) })
