/** Both wallets write times in Beijing's, which has been UTC+8 all year since 1991. */
const aheadMs = 8 * 3600_000

const shifted = (at: Date) => new Date(at.getTime() + aheadMs).toISOString().slice(0, 19)

/** RFC 3339, for WeChat Pay. */
export const beijingRfc3339 = (at: Date) => `${shifted(at)}+08:00`

/** `yyyy-MM-dd HH:mm:ss`, for Alipay. */
export const beijingPlain = (at: Date) => shifted(at).replace('T', ' ')
