/** What a cashier reads, in Chinese and in English. */
export const say = ([zh, en]) => (document.documentElement.lang === 'zh' ? zh : en)

/** @param {number} value in fen */
export const money = (value) => `¥${(value / 100).toFixed(2)}`

export const words = {
  scan: ['请扫顾客的付款码', 'Scan the payer’s code'],
  asking: ['正在确认…', 'Asking…'],
  typing: ['顾客正在输入密码…', 'The payer is typing the password…'],
  refused: ['没有收款', 'Not charged'],
  reverse: ['撤销', 'Reverse'],
  down: ['商家服务器没有应答，请再试', 'The shop’s server does not answer: try again'],
}

export const endings = {
  paid: ['已收款', 'Paid'],
  closed: ['已撤销，没有收款，可再扫一次', 'Reversed, nothing taken: scan again'],
  failed: ['没有收款，可再扫一次', 'Nothing taken: scan again'],
  pending: ['还不知道结果，正在继续确认', 'Not known yet, still asking'],
}
