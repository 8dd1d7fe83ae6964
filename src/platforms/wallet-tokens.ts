/** Words of user agents that several places must agree about. Samples with sources: the fixtures of each place. */

/** WeCom carries it, too: its row comes first. */
export const wechatTokens = ['MicroMessenger'] as const

/** Taobao, DingTalk and others have `AliApp(` without being Alipay. */
export const alipayTokens = ['AlipayClient', 'AliApp(AP'] as const

/** HarmonyOS 5 names neither Android nor iPhone: developer.huawei.com, web-default-userAgent, read 2026-11. */
export const phoneTokens = [
  'Android',
  'iPhone',
  'iPad',
  'iPod',
  'Phone; OpenHarmony',
  'Tablet; OpenHarmony',
  'Phone; HarmonyOS',
  'Tablet; HarmonyOS',
] as const
