/** What a payer reads, in Chinese and in English. */

const { lang } = document.documentElement

/** @param {readonly [zh: string, en: string]} words */
export const say = ([zh, en]) => (lang === 'zh' ? zh : en)

/** @param {{ value: number, currency: string }} amount */
export const money = ({ value, currency }) => {
  const format = new Intl.NumberFormat(lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.format(value / 10 ** format.resolvedOptions().maximumFractionDigits)
}

export const walletNames = { wechat: ['微信', 'WeChat'], alipay: ['支付宝', 'Alipay'] }

export const phases = {
  preparing: ['正在下单…', 'Preparing…'],
  invoking: ['请在钱包里付款', 'Pay in the wallet'],
  showing: ['请扫码付款', 'Scan to pay'],
  away: ['正在钱包里付款…', 'In the wallet…'],
  confirming: ['正在向商家确认…', 'Asking the shop…'],
}

export const hints = {
  scanned: ['已扫码，请在手机上付款', 'Scanned: pay on your phone'],
  'user-paying': ['正在输入密码…', 'The payer is typing a password…'],
}

export const results = {
  paid: ['付款成功', 'Paid'],
  cancelled: ['已取消', 'Cancelled'],
  closed: ['已关闭', 'Closed'],
  failed: ['没有付成', 'Not paid'],
  pending: ['还不知道结果', 'Not known yet'],
}

const advice = {
  paid: ['商家已收到钱，谢谢！', 'The shop has the money. Thank you!'],
  cancelled: ['没有扣款，订单还可以再付。', 'Nothing was taken. The order can still be paid.'],
  closed: ['这次付款已关闭，没有扣款。', 'This payment was closed and nothing was taken.'],
  failed: ['没有扣款，可以再试一次。', 'Nothing was taken: try again.'],
  pending: ['请先不要重复付款，稍后再查一次。', 'Do not pay again yet: check in a moment.'],
}

/** By the error's code, where it says more than the result. */
const reasons = {
  amount_mismatch: ['价格变了，没有扣款，请重新下单。', 'The price has changed and nothing was taken: order again.'],
  unsupported_here: ['这里不能用这个钱包，请换个地方打开。', 'This wallet cannot pay here: open this page elsewhere.'],
  bridge_missing: ['钱包没有准备好，请刷新页面。', 'The wallet is not ready: reload the page.'],
  order_busy: [
    '这笔订单还有一次付款没有结果，请稍后再查。',
    'An earlier payment of this order is unresolved: check in a moment.',
  ],
  wallet_failed: [
    '钱包说没有付成，商家也没有收到钱。',
    'The wallet reported a failure, and the shop has seen no money.',
  ],
  refunded: ['这笔钱已经退回。', 'The money was given back.'],
}

/** @param {import('isopay').Result} result */
export const adviceFor = ({ status, error }) => say(reasons[error?.code] ?? advice[status])
