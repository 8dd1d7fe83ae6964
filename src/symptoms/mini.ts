/** What a mini program's `diagnose` knows. */
import { trades } from './alipay.ts'
import type { Known } from './diagnose.ts'
import { miniPrograms, orders } from './wechat.ts'

export const miniSymptoms: readonly Known[] = [
  ['wechat.mini', orders],
  ['wechat.mini', miniPrograms],
  ['alipay.mini', trades],
]
