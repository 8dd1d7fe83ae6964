/** What the lanes and the arrows are called; a word of the contract or of a wallet stands as it is. */

export const actors = {
  pc: ['电脑网页', 'PC page'],
  phone: ['手机', 'Phone'],
  merchant: ['商家服务器', 'Merchant'],
  wallet: ['钱包', 'Wallet'],
}

export const names = {
  order: ['下单', 'new order'],
  login: ['登录', 'log in'],
  cashier: ['收银台', 'cashier'],
  scan: ['扫码', 'scan'],
  code: ['付款码', 'show code'],
  invoke: ['调起', 'invoke'],
  pay: ['确认付款', 'pay'],
  cancel: ['取消', 'cancel'],
  charge: ['扣款', 'charge'],
  query: ['查询', 'query'],
  reverse: ['撤销', 'reverse'],
  refund: ['退款', 'refund'],
  payer: ['谁付款？', 'who pays?'],
  notify: ['通知', 'notify'],
}

export const lost = ['丢失', 'lost']
