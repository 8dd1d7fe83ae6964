/** A shop at WeChat Pay, for these tests: the real SDK, and the orders it places. */
import type { WechatAccount } from '../../../../examples/wallets/accounts.ts'
import { wechatSdk } from '../merchant.ts'

export const number = 'a'.repeat(32)

const notifyUrl = 'http://127.0.0.1:9/notify'

export const order = (changes: Record<string, unknown> = {}) => ({
  description: '明前龙井',
  out_trade_no: number,
  notify_url: notifyUrl,
  amount: { total: 990, currency: 'CNY' },
  ...changes,
})

const h5Order = (h5_info: object = { type: 'Wap' }) => order({ scene_info: { payer_client_ip: '127.0.0.1', h5_info } })

interface Answer {
  status: number
  data: Record<string, string> & { amount: Record<string, number> }
  headers: Headers
  text: string
}

/** The SDK's methods as they answer over this stand-in. Their own parameter types ask for what is optional. */
export const shopAt = (account: WechatAccount) => {
  const pay = wechatSdk(account)
  const as = (answer: unknown) => answer as Promise<Answer>
  return {
    pay,
    native: (changes?: Record<string, unknown>) => as(pay.transactions_native(order(changes) as never)),
    jsapi: (openid: string, changes = {}) =>
      as(pay.transactions_jsapi(order({ payer: { openid }, ...changes }) as never)),
    h5: (h5_info?: object) => as(pay.transactions_h5(h5Order(h5_info) as never)),
    query: (out_trade_no = number) => as(pay.query({ out_trade_no })),
    close: (out_trade_no = number) => as(pay.close(out_trade_no)),
    refund: (out_refund_no: string, refund: number, total = 990) =>
      as(pay.refunds({ out_trade_no: number, out_refund_no, amount: { refund, total, currency: 'CNY' } } as never)),
    findRefund: (out_refund_no: string) => as(pay.find_refunds(out_refund_no)),
    certificates: () => as(pay.get_certificates(account.apiV3Key)),
  }
}

/** Logs in as the payer does: one redirect, then the code for an openid. */
export const openidAt = async ({ gateway, appid, secret }: WechatAccount): Promise<string> => {
  const page = `${gateway}/connect/oauth2/authorize?appid=${appid}&response_type=code&scope=snsapi_base&state=s`
  const answer = await fetch(`${page}&redirect_uri=${encodeURIComponent('http://shop.test/')}`, { redirect: 'manual' })
  const code = new URL(answer.headers.get('Location') ?? '').searchParams.get('code')
  const token = `${gateway}/sns/oauth2/access_token?appid=${appid}&secret=${secret}&grant_type=authorization_code`
  const { openid } = (await (await fetch(`${token}&code=${code}`)).json()) as { openid: string }
  return openid
}
