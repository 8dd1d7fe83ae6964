import type { App, Operator } from '../operator.ts'
import { invoked } from './bridge.ts'
import { notifyPaid } from './notice.ts'

/** WeChat on the phone. */
export const wechatApp = (operator: Operator): App => ({
  wallet: 'wechat',
  payee: operator.accounts.wechat.payee,
  payer: operator.platforms.wechat.payer,
  answers: {
    ok: { err_msg: 'get_brand_wcpay_request:ok' },
    cancel: { err_msg: 'get_brand_wcpay_request:cancel' },
    fail: { err_msg: 'get_brand_wcpay_request:fail' },
  },
  offerIn: (content) => /^weixin:\/\/wxpay\/bizpayurl\?pr=([\w-]+)$/.exec(content)?.[1] ?? null,
  notify: notifyPaid,
  next: (operator, id, paid) => {
    const offer = operator.ledger.offer(id)
    return (paid ? offer?.returnUrl : offer?.quitUrl) ?? null
  },
  invoked,
})
