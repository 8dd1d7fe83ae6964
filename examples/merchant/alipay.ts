/** Alipay behind the port, by RSA2 keys. */
import type { AlipaySdk } from 'alipay-sdk'
import type { AlipayAccount } from '../wallets/accounts.ts'
import { noticeIn, seenIn } from './alipay-answers.ts'
import { alipayCodes, chargeAlipay, reverseAlipay, seenOfCode } from './alipay-code.ts'
import { alipaySdk, ask } from './alipay-http.ts'
import { openAlipay, ways } from './alipay-open.ts'
import type { Hosts } from './hosts.ts'
import type { Identified, Letter, Reply, Wallet } from './wallet.ts'
import { yuanOf } from './yuan.ts'

const reply = (status: Reply['status'], body: string): Reply => ({ status, type: 'text/plain', body })

/** auth_base asks the payer nothing: opendocs.alipay.com/open/02xtla, read 2026-11. */
const loginUrl = ({ appId }: AlipayAccount, { alipayLogin }: Hosts, payment: string, returnUrl: string) => {
  const query = new URLSearchParams({ app_id: appId, scope: 'auth_base', redirect_uri: returnUrl, state: payment })
  return `${alipayLogin}/oauth2/publicAppAuthorize.htm?${query}`
}

const identify = async (sdk: AlipaySdk, code: string): Promise<Identified> => {
  const { openId, ...answer } = await ask(sdk, 'alipay.system.oauth.token', { grantType: 'authorization_code', code })
  if (typeof openId === 'string') return { payer: openId }
  return answer.code === undefined ? 'silent' : { refused: answer.subCode ?? answer.code }
}

/** Already closed is closed; a trade that does not exist is not: its code may still be scanned. */
const close = async (sdk: AlipaySdk, payment: string) => {
  const { code } = await ask(sdk, 'alipay.trade.close', { bizContent: { out_trade_no: payment } })
  return code === '10000' ? 'closed' : 'unresolved'
}

const read = (sdk: AlipaySdk, account: AlipayAccount, { body }: Letter) => {
  const params = Object.fromEntries(new URLSearchParams(body))
  return params.sign_type === 'RSA2' && sdk.checkNotifySignV2(params) ? noticeIn(account, params) : null
}

export const alipay = (account: AlipayAccount, hosts: Hosts, notifyUrl: string): Wallet => {
  const sdk = alipaySdk(account)
  return {
    name: 'alipay',
    payee: account.payee,
    ways,
    authorizeUrl: (payment, returnUrl) => loginUrl(account, hosts, payment, returnUrl),
    identify: (code) => identify(sdk, code),
    open: (kind, charge) => openAlipay(sdk, notifyUrl, kind, charge),
    charge: (charge, code) => chargeAlipay(sdk, charge, code),
    reverse: (payment) => reverseAlipay(sdk, payment),
    codes: alipayCodes,
    query: async (payment, channel) => {
      const answer = await ask(sdk, 'alipay.trade.query', { bizContent: { out_trade_no: payment } })
      const seen = seenIn(payment, answer)
      return channel === 'code' ? seenOfCode(seen, answer.tradeStatus === 'TRADE_CLOSED') : seen
    },
    close: (payment) => close(sdk, payment),
    refund: async ({ id, payment, value, reason }) => {
      const bizContent = {
        out_trade_no: payment,
        out_request_no: id,
        refund_amount: yuanOf(value),
        refund_reason: reason,
      }
      const { code } = await ask(sdk, 'alipay.trade.refund', { bizContent })
      return code === '10000' ? 'done' : 'waiting'
    },
    readNotice: async (letter) => read(sdk, account, letter),
    replies: { accepted: reply(200, 'success'), refused: reply(403, 'fail') },
  }
}
