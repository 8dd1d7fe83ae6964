/** Reads what a merchant orders. Fields: opendocs.alipay.com/open/02ekfj (precreate), 02ivbs (wap), read 2026-11. */
import { textAt } from '../fields.ts'
import type { Terms } from '../ledger.ts'
import type { Operator } from '../operator.ts'
import { type Answer, refuse } from './answer.ts'
import { fen, instant, span } from './units.ts'

const missing = (field: string) => refuse('ACQ.INVALID_PARAMETER', `参数无效: ${field}`)

/** When a trade ends that nobody pays. `time_expire` is absolute; `timeout_express` counts from its beginning. */
const ending = (biz: unknown, now: number): { expiresAt: number | null; lifetimeMs: number | null } | null => {
  const [absolute, relative] = [textAt(biz, 'time_expire'), textAt(biz, 'timeout_express')]
  const expiresAt = absolute === null ? null : instant(absolute)
  const lifetimeMs = relative === null ? null : span(relative, now)
  if (absolute !== null && (expiresAt === null || expiresAt <= now)) return null
  if (relative !== null && lifetimeMs === null) return null
  return { expiresAt, lifetimeMs: expiresAt === null ? (lifetimeMs ?? 15 * 24 * 3600_000) : null }
}

/** The terms of an order, or the refusal. `means` is the API that was called. */
export const ordered = (
  operator: Operator,
  means: string,
  biz: unknown,
  params: Record<string, string>,
): { terms: Terms } | { refusal: Answer } => {
  const number = textAt(biz, 'out_trade_no') ?? ''
  const title = textAt(biz, 'subject')
  const value = fen(textAt(biz, 'total_amount'))
  const ends = ending(biz, operator.now())
  if (!/^\w{1,64}$/.test(number)) return { refusal: missing('out_trade_no') }
  if (title === null) return { refusal: missing('subject') }
  if (value === null || value < 1) return { refusal: missing('total_amount') }
  if (ends === null) return { refusal: missing('time_expire, timeout_express') }
  const attach = textAt(biz, 'passback_params')
  const notifyUrl = params.notify_url ?? null
  return { terms: { wallet: 'alipay', number, means, value, title, notifyUrl, attach, buyer: null, ...ends } }
}
