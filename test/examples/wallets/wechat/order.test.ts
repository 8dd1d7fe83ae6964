import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { pay, scan } from '../payer.ts'
import { number, openidAt, shopAt } from './shop.ts'

const hour = 3600_000

describe('an order at WeChat Pay', () => {
  let wallets: Wallets
  let shop: ReturnType<typeof shopAt>
  let clock = Date.now()

  beforeEach(async () => {
    clock = Date.now()
    wallets = await open({ now: () => clock })
    shop = shopAt(wallets.accounts.wechat)
  })
  afterEach(() => wallets.stop())

  const scanCode = async (code: string) => scan(wallets.origin, 'wechat', code)
  const buy = async () => {
    const { data } = await shop.native()
    const { offer } = await scanCode(data.code_url ?? '')
    return pay(wallets.origin, 'wechat', offer)
  }

  it('shows payee, amount and title to whoever scans it', async () => {
    const { data } = await shop.native()
    expect(data.code_url).toMatch(/^weixin:\/\/wxpay\/bizpayurl\?pr=\w/)
    expect(await scanCode(data.code_url ?? '')).toMatchObject({
      value: 990,
      title: '明前龙井',
      payee: wallets.accounts.wechat.payee,
    })
  })

  it('is NOTPAY, then SUCCESS with a transaction_id once it is paid', async () => {
    await shop.native()
    expect((await shop.query()).data).toMatchObject({ trade_state: 'NOTPAY', out_trade_no: number })
    await buy()
    const { data } = await shop.query()
    expect(data).toMatchObject({ trade_state: 'SUCCESS', trade_type: 'NATIVE', amount: { total: 990 } })
    expect(data.transaction_id).toMatch(/^\d{28}$/)
  })

  it('takes money once, however often it is tapped', async () => {
    const { data } = await shop.native()
    const { offer } = await scanCode(data.code_url ?? '')
    const taps = await Promise.all([1, 2, 3].map(() => pay(wallets.origin, 'wechat', offer)))
    expect(taps.filter(({ refused }) => refused === undefined)).toHaveLength(1)
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('answers the same order again, and the code before is dead', async () => {
    const first = await shop.native()
    const again = await shop.native()
    expect(again.status).toBe(200)
    expect((await scanCode(first.data.code_url ?? '')).refused).toContain('支付请求已失效')
    expect((await scanCode(again.data.code_url ?? '')).value).toBe(990)
  })

  it('refuses its number for another amount or another trade type', async () => {
    await shop.native()
    const dearer = await shop.native({ amount: { total: 991, currency: 'CNY' } })
    const jsapi = await shop.jsapi(await openidAt(wallets.accounts.wechat))
    for (const { status, text } of [dearer, jsapi]) {
      expect(status).toBe(403)
      expect(JSON.parse(text)).toEqual({ code: 'OUT_TRADE_NO_USED', message: '201 商户订单号重复' })
    }
  })

  it('refuses to be ordered or closed once it is paid', async () => {
    await buy()
    for (const answer of [await shop.native(), await shop.close()])
      expect([answer.status, answer.data.code]).toEqual([400, 'ORDERPAID'])
  })

  it('cannot be paid, ordered or closed again once it is closed', async () => {
    const { data } = await shop.native()
    expect((await shop.close()).status).toBe(204)
    expect((await scanCode(data.code_url ?? '')).refused).toContain('订单已关闭')
    for (const answer of [await shop.native(), await shop.close()])
      expect([answer.status, answer.data.code]).toEqual([400, 'ORDER_CLOSED'])
    expect((await shop.query()).data.trade_state).toBe('CLOSED')
  })

  it('is unknown to query and close before it was ordered', async () => {
    for (const answer of [await shop.query(), await shop.close()])
      expect([answer.status, answer.data.code]).toEqual([404, 'ORDER_NOT_EXIST'])
  })

  it('cannot be paid two hours after it was last placed', async () => {
    const { data } = await shop.native()
    const { offer } = await scanCode(data.code_url ?? '')
    clock += 2 * hour
    expect((await pay(wallets.origin, 'wechat', offer)).refused).toContain('支付请求已失效')
    expect(wallets.ledger.taken(number)).toBe(0)
  })

  it('obeys time_expire, which closes nothing by itself', async () => {
    const { data } = await shop.native({ time_expire: new Date(clock + hour).toISOString() })
    clock += hour
    expect((await scanCode(data.code_url ?? '')).refused).toContain('支付请求已失效')
    expect((await shop.query()).data.trade_state).toBe('NOTPAY')
  })

  it.each([
    ['no amount', { amount: {} }],
    ['an amount of nothing', { amount: { total: 0 } }],
    ['an amount as text', { amount: { total: '990' } }],
    ['a foreign currency', { amount: { total: 990, currency: 'USD' } }],
    ['a number too long', { out_trade_no: 'a'.repeat(33) }],
    ['no title', { description: '' }],
    ['a notify_url with a query', { notify_url: 'http://127.0.0.1/notify?a=b' }],
    ['an expiry that has passed', { time_expire: '2020-01-01T00:00:00+08:00' }],
  ])('is refused with PARAM_ERROR for %s', async (_what, changes) => {
    const { status, data } = await shop.native(changes)
    expect([status, data.code]).toEqual([400, 'PARAM_ERROR'])
  })

  it('is refused to an openid that is not of this official account', async () => {
    const { status, data } = await shop.jsapi('oSomebodyElse')
    expect([status, data.code]).toEqual([400, 'PARAM_ERROR'])
  })
})
