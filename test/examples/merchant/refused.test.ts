/** What a wallet's refusal means is asked of the wallet. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Office } from '../../../examples/merchant/office.ts'
import { makeOrder } from '../../../examples/merchant/orders.ts'
import { answerPrepare } from '../../../examples/merchant/prepare.ts'
import type { Seen, Wallet } from '../../../examples/merchant/wallet.ts'
import { type Market, newId, openMarket } from './market.ts'

let market: Market
let office: Office
beforeAll(async () => {
  market = await openMarket()
  office = await market.office()
})
afterAll(() => market.stop())

const paid: Seen = { state: 'paid', value: 990, currency: 'CNY', walletNumber: '42' }

/** WeChat refuses whatever is asked of it, and has the money. */
const withPaid = (refusing: Partial<Wallet>): Office => {
  const { wechat, alipay } = office.wallets
  return { ...office, wallets: { alipay, wechat: { ...wechat, query: async () => paid, ...refusing } } }
}

it.each([
  ['an order', { platform: 'desktop-browser', accepts: ['qr'] }],
  [
    'a payment code',
    { platform: 'till', accepts: ['code'], identity: { kind: 'payment-code' as const, value: '130000000000000000' } },
  ],
])('says paid where the wallet refused %s that it has been paid for', async (_, way) => {
  const at = withPaid({
    open: async () => ({ refused: 'ORDERPAID' }),
    charge: async () => ({ refused: 'ORDERPAID' }),
  })
  const [payment, order] = [newId(), await makeOrder(office, 'Tea', 990)]
  const answer = await answerPrepare(at, { payment, order, wallet: 'wechat', ...way }, '127.0.0.1')
  expect(answer).toMatchObject({ status: 'paid', paidBy: payment })
})
