import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { invoke } from '../payer.ts'
import { number, payerAt, shopAt, terms } from './shop.ts'

describe('tradePay', () => {
  let wallets: Wallets
  let shop: ReturnType<typeof shopAt>

  beforeEach(async () => {
    wallets = await open()
    shop = shopAt(wallets.accounts.alipay)
  })
  afterEach(() => wallets.stop())

  const call = (params: object, tap: 'pay' | 'cancel' = 'pay') => invoke(wallets.origin, 'alipay', params, tap)
  const created = async () => {
    const { openId } = await payerAt(wallets.accounts.alipay)
    return { tradeNO: (await shop.create({ buyer_open_id: openId })).tradeNo }
  }

  it('takes the money by a tradeNO and answers 9000', async () => {
    expect(await call(await created())).toMatchObject({ resultCode: '9000' })
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('takes the money by an order string that the application signed', async () => {
    const orderStr = shop.sdk.sdkExecute('alipay.trade.app.pay', { bizContent: terms() })
    expect(await call({ orderStr })).toMatchObject({ resultCode: '9000' })
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('answers 6001 where the payer turns back', async () => {
    expect(await call(await created(), 'cancel')).toMatchObject({ resultCode: '6001' })
    expect(wallets.ledger.taken(number)).toBe(0)
  })

  it('answers 4000 to an unknown tradeNO, to a code in its place, and to what is paid', async () => {
    const paid = await created()
    await call(paid)
    const { qrCode = '' } = await shop.precreate({ out_trade_no: 'other' })
    for (const params of [{ tradeNO: '1' }, { tradeNO: qrCode.split('/').at(-1) }, {}, paid])
      expect(await call(params)).toMatchObject({ resultCode: '4000' })
    expect(wallets.ledger.payments()).toHaveLength(1)
  })

  it.each([
    ['ok-without-payment', '9000', 0],
    ['payment-without-ok', '4000', 1],
    ['silent', undefined, 1],
  ] as const)('with the fault %s answers %s, and money moved %i times', async (bridge, resultCode, taken) => {
    wallets.faults.bridge = bridge
    expect((await call(await created()))?.resultCode).toBe(resultCode)
    expect(wallets.ledger.taken(number)).toBe(taken)
  })
})
