/** WeChat Pay v3 behind the port, as an ordinary merchant with an official account, a mini program and an app. */
import type { WechatAccount } from '../wallets/accounts.ts'
import type { Hosts } from './hosts.ts'
import type { Reply, Wallet } from './wallet.ts'
import { codeOf, seenIn } from './wechat-answers.ts'
import { chargeWechat, reverseWechat, wechatCodes } from './wechat-code.ts'
import { wechatPay } from './wechat-http.ts'
import { identify, loginUrl } from './wechat-login.ts'
import { readWechat } from './wechat-notice.ts'
import { openWechat, ways } from './wechat-open.ts'

const reply = (status: Reply['status'], code: string): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ code, message: code }),
})

export const wechat = (account: WechatAccount, hosts: Hosts, notifyUrl: string): Wallet => {
  const pay = wechatPay(account)
  return {
    name: 'wechat',
    payee: account.payee,
    ways,
    authorizeUrl: (payment, returnUrl) => loginUrl(account, hosts, payment, returnUrl),
    identify: (code, kind) => identify(account, hosts, code, kind),
    open: (kind, charge) => openWechat({ pay, notifyUrl, account }, kind, charge),
    charge: (charge, code) => chargeWechat(pay, account, charge, code),
    reverse: (payment) => reverseWechat(pay, account, payment),
    codes: wechatCodes,
    query: async (payment) => {
      const { status, data, error } = await pay.query({ out_trade_no: payment })
      if (status === 200) return seenIn(account, payment, data)
      return { state: codeOf(error) === 'ORDER_NOT_EXIST' ? 'absent' : 'silent' }
    },
    close: async (payment) => {
      const { status, error } = await pay.close(payment)
      return status === 204 || codeOf(error) === 'ORDER_CLOSED' ? 'closed' : 'unresolved'
    },
    refund: async ({ id, payment, value, total, currency, reason }) => {
      const amount = { refund: value, total, currency }
      const asked = { out_trade_no: payment, out_refund_no: id, reason, notify_url: notifyUrl, amount }
      const { data } = await pay.refunds(asked)
      return data?.status === 'SUCCESS' ? 'done' : 'waiting'
    },
    readNotice: (letter) => readWechat(pay, account, letter),
    replies: { accepted: reply(200, 'SUCCESS'), refused: reply(403, 'FAIL') },
  }
}
