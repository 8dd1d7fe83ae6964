import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { invoke } from '../payer.ts'
import { number, order, shopAt } from './shop.ts'

describe('WeChat’s OpenSDK', () => {
  let wallets: Wallets
  beforeEach(async () => {
    wallets = await open()
  })
  afterEach(() => wallets.stop())

  const ordered = async (appid = wallets.accounts.wechat.app.appid) => {
    const { status, data } = await shopAt(wallets.accounts.wechat).pay.transactions_app({ ...order(), appid } as never)
    return { status, data: Object(data) as Record<string, string> }
  }
  const pay = (params: object) => invoke(wallets.origin, 'wechat', params)

  it('takes the money for an order of the app', async () => {
    const { data } = await ordered()
    expect(await pay(data)).toEqual({ err_msg: 'get_brand_wcpay_request:ok' })
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it.each([
    ['another sign', { sign: Buffer.from('no').toString('base64') }],
    ['another time than was signed', { timestamp: '1764000000' }],
    ['another merchant', { partnerid: '1600000000' }],
    ['the package of a page', { package: 'prepay_id=wx0' }],
    ['another appid', { appid: 'wx0' }],
  ])('fails for %s, and moves no money', async (_what, changes) => {
    const { data } = await ordered()
    expect(await pay({ ...data, ...changes })).toMatchObject({ err_msg: 'get_brand_wcpay_request:fail' })
    expect(wallets.ledger.taken(number)).toBe(0)
  })

  it('has no order under the official account’s appid', async () => {
    expect((await ordered(wallets.accounts.wechat.appid)).status).toBe(400)
  })
})
