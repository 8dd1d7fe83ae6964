/** Words of user agents that several places must agree about. Samples with sources: the fixtures of each place. */

/** WeCom and QQ's own pages carry it too: their rows come first. */
export const wechatTokens = ['MicroMessenger'] as const

/** Taobao, DingTalk and others have `AliApp(` without being Alipay. */
export const alipayTokens = ['AlipayClient', 'AliApp(AP'] as const

export const phoneTokens = ['Android', 'iPhone', 'iPad', 'iPod', 'Phone; OpenHarmony', 'Tablet; OpenHarmony'] as const
