/** Words of user agents that several places must agree about. Samples with sources: the fixtures of each place. */

/** WeCom carries it, too: its row comes first. */
export const wechatTokens = ['MicroMessenger'] as const

/** Taobao, DingTalk and others have `AliApp(` without being Alipay. */
export const alipayTokens = ['AlipayClient', 'AliApp(AP'] as const
