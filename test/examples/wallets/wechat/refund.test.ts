import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { pay, scan } from '../payer.ts'
import { number, shopAt } from './shop.ts'

describe('a refund at WeChat Pay', () => {
  let wallets: Wallets
  let shop: ReturnType<typeof shopAt>

  beforeEach(async () => {
    wallets = await open()
    shop = shopAt(wallets.accounts.wechat)
    const { data } = await shop.native()
    const { offer } = await scan(wallets.origin, 'wechat', data.code_url ?? '')
    await pay(wallets.origin, 'wechat', offer)
  })
  afterEach(() => wallets.stop())

  it('is accepted first and done later, and the order says REFUND', async () => {
    expect((await shop.refund('r1', 990)).data).toMatchObject({ status: 'PROCESSING', amount: { refund: 990 } })
    expect((await shop.findRefund('r1')).data).toMatchObject({ status: 'SUCCESS', out_trade_no: number })
    expect((await shop.query()).data.trade_state).toBe('REFUND')
    expect(wallets.ledger.returned(number)).toBe(990)
  })

  it('moves money once for one refund number', async () => {
    await shop.refund('r1', 100)
    expect((await shop.refund('r1', 100)).status).toBe(200)
    expect(wallets.ledger.returned(number)).toBe(100)
  })

  it('can be partial, up to what was paid', async () => {
    await shop.refund('r1', 500)
    const { status, data } = await shop.refund('r2', 491)
    expect([status, data.code]).toEqual([403, 'NOT_ENOUGH'])
    expect((await shop.refund('r2', 490)).status).toBe(200)
    expect(wallets.ledger.returned(number)).toBe(990)
  })

  it('is refused where total or amount differ from before', async () => {
    await shop.refund('r1', 100)
    for (const answer of [await shop.refund('r2', 100, 1000), await shop.refund('r1', 200)])
      expect([answer.status, answer.data.code]).toEqual([400, 'INVALID_REQUEST'])
  })

  it('is refused for an order that nobody paid', async () => {
    const unpaid = await open()
    const { native, refund } = shopAt(unpaid.accounts.wechat)
    await native()
    const { status, data } = await refund('r1', 990)
    expect([status, data.code]).toEqual([404, 'RESOURCE_NOT_EXISTS'])
    await unpaid.stop()
  })
})
