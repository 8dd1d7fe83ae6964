import { createHash } from 'node:crypto'
import type { Operator } from '../operator.ts'

/** Who pays, in WeChat's words: the same payer has another openid under each appid. */
export const openidUnder = ({ accounts, platforms }: Operator, appid: string): string => {
  const { payer } = platforms.wechat
  if (appid === accounts.wechat.appid) return payer
  return `o${createHash('sha256').update(appid).update(payer).digest('hex').slice(0, 26)}`
}
