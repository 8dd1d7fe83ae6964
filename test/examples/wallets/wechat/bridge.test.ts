import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { invoke } from '../payer.ts'
import { number, openidAt, shopAt } from './shop.ts'

const said = (tail: string) => ({ err_msg: `get_brand_wcpay_request:${tail}` })

describe('getBrandWCPayRequest', () => {
  let wallets: Wallets
  let params: Record<string, unknown>
  let clock = 0

  beforeEach(async () => {
    clock = Date.now()
    wallets = await open({ now: () => clock })
    const { wechat } = wallets.accounts
    params = (await shopAt(wechat).jsapi(await openidAt(wechat))).data
  })
  afterEach(() => wallets.stop())

  const call = (changes: object = {}, tap: 'pay' | 'cancel' = 'pay') =>
    invoke(wallets.origin, 'wechat', { ...params, ...changes }, tap)

  it('takes the money and says ok', async () => {
    expect(await call()).toEqual(said('ok'))
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('says cancel where the payer turns back, and the order can still be paid', async () => {
    expect(await call({}, 'cancel')).toEqual(said('cancel'))
    expect(wallets.ledger.taken(number)).toBe(0)
    expect(await call()).toEqual(said('ok'))
  })

  it.each([
    ['another paySign', { paySign: Buffer.from('no').toString('base64') }],
    ['another time than was signed', { timeStamp: String(Math.floor(Date.now() / 1000) + 7) }],
    ['another nonce than was signed', { nonceStr: 'other' }],
    ['another prepay_id than was signed', { package: 'prepay_id=wx0' }],
    ['a template bug', { package: 'prepay_id=undefined' }],
    ['another appId', { appId: 'wx0' }],
    ['a number in place of a text', { timeStamp: 1795563330 }],
    ['fields in the letter case of the app SDK', { timeStamp: undefined, timestamp: '1795563330' }],
  ])('says fail to %s, and moves no money', async (_what, changes) => {
    expect(await call(changes)).toMatchObject(said('fail'))
    expect(wallets.ledger.taken(number)).toBe(0)
  })

  it('says fail for a prepay_id of two hours ago', async () => {
    clock += 2 * 3600_000
    expect(await call()).toEqual(said('fail'))
  })

  it('says fail for an order that is paid already', async () => {
    await call()
    expect(await call()).toEqual(said('fail'))
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it.each([
    ['ok-without-payment', said('ok'), 0],
    ['payment-without-ok', said('fail'), 1],
    ['silent', null, 1],
  ] as const)('with the fault %s answers %j, and money moved %i times', async (bridge, answer, taken) => {
    wallets.faults.bridge = bridge
    expect(await call()).toEqual(answer)
    expect(wallets.ledger.taken(number)).toBe(taken)
  })
})
