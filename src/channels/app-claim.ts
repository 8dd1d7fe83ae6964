/** What apps hand back of a wallet's SDK: each shell wraps it in its own way. */
import { BRIDGE_MISSING } from '../core/raw.ts'
import type { Claim } from '../core/words.ts'
import { alipayClaim } from './alipay-claim.ts'
import { ownText } from './own-text.ts'

/** WeChat's OpenSDK and what is made of it. Codes that are not here say nothing. */
const codes: ReadonlyMap<string, 'claimed' | 'cancelled' | 'failed'> = new Map([
  /** pay.weixin.qq.com/doc/v2 4011937148, read 2026-11. */
  ['0', 'claimed'],
  ['-1', 'failed'],
  ['-2', 'cancelled'],
  ['-3', 'failed'],
  ['-4', 'failed'],
  ['-5', 'failed'],
  ['-6', 'failed'],
  /** 5+ and uni-app: `[payment微信:-2]User canceled`. Public code, read 2026-11. */
  ['-100', 'cancelled'],
  /** uni-app x: @dcloudio/types, read 2026-11. 700600 and 700603 are unknown by name, 700602 is the network. */
  ['700601', 'cancelled'],
  ['700604', 'failed'],
  ['701100', 'failed'],
  /** Alipay on HarmonyOS through uni-app: public code, read 2026-11. …002 is being processed, …010 was asked twice. */
  ['1001930000', 'cancelled'],
  /** isopay's own message protocol. */
  ['ok', 'claimed'],
  ['cancelled', 'cancelled'],
  ['failed', 'failed'],
  /** xu-li/cordova-plugin-wechat, Wechat.java, read 2026-11. */
  ['用户点击取消并返回', 'cancelled'],
  ['发送失败', 'failed'],
  ['授权失败', 'failed'],
  ['微信不支持', 'failed'],
  ['未安装微信', 'failed'],
])

const claimOf = (code: string): Claim => {
  const is = codes.get(code)
  if (is === undefined) return { is: 'unknown' }
  return is === 'failed' ? { is, reason: code } : { is }
}

/** Total. A claim of an app is worth as much as a page's bridge: it is asked about at the server. */
export const appClaim = (raw: unknown): Claim => {
  if (raw === BRIDGE_MISSING) return { is: 'absent', reason: 'bridge_missing' }
  if (typeof raw === 'string') return claimOf(raw)
  const alipay = ownText(raw, 'resultStatus')
  return alipay
    ? alipayClaim(alipay)
    : claimOf(ownText(raw, 'errCode') || ownText(raw, 'code') || ownText(raw, 'status'))
}
