/** The wallets' hosts that are not in an account: the real ones, or those of a stand-in at one origin. */
export interface Hosts {
  /** Exchanges WeChat's login codes. */
  wechatCodes: string
  /** Pages that a payer logs in on. */
  wechatLogin: string
  alipayLogin: string
}

const real: Hosts = {
  wechatCodes: 'https://api.weixin.qq.com',
  wechatLogin: 'https://open.weixin.qq.com',
  alipayLogin: 'https://openauth.alipay.com',
}

export const hostsAt = (origin: string | undefined): Hosts =>
  origin === undefined
    ? real
    : { wechatCodes: `${origin}/wechat`, wechatLogin: `${origin}/wechat`, alipayLogin: `${origin}/alipay` }
