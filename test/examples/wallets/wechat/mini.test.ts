import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open, post } from '../merchant.ts'
import { invoke } from '../payer.ts'
import { number, openidAt, shopAt } from './shop.ts'

let wallets: Wallets
let clock = 0

beforeEach(async () => {
  clock = Date.now()
  wallets = await open({ now: () => clock })
})
afterEach(() => wallets.stop())

const newCode = async () => (await post<{ code: string }>(`${wallets.origin}/wechat/app/login`)).code

const session = async (js_code: string, changes: Record<string, string> = {}) => {
  const { gateway, mini } = wallets.accounts.wechat
  const query = new URLSearchParams({ ...mini, js_code, grant_type: 'authorization_code', ...changes })
  return (await (await fetch(`${gateway}/sns/jscode2session?${query}`)).json()) as Record<string, string>
}

describe('jscode2session', () => {
  it('gives the openid that the payer has under the mini program, not the official account’s', async () => {
    const { openid, session_key } = await session(await newCode())
    expect([typeof openid, typeof session_key]).toEqual(['string', 'string'])
    expect(openid).not.toBe(await openidAt(wallets.accounts.wechat))
    expect((await session(await newCode())).openid).toBe(openid)
  })

  it('takes a code once, and for 5 minutes', async () => {
    const [used, old] = [await newCode(), await newCode()]
    await session(used)
    expect(await session(used)).toMatchObject({ errcode: 40163 })
    clock += 5 * 60_000
    expect(await session(old)).toMatchObject({ errcode: 40163 })
  })

  it.each([
    ['another appid', { appid: 'wx0' }, 40013],
    ['another secret', { secret: 'no' }, 40125],
    ['a code that was made up', { js_code: 'no' }, 40029],
  ])('refuses %s', async (_what, changes, errcode) => {
    expect(await session(await newCode(), changes)).toMatchObject({ errcode })
  })
})

describe('requestPayment', () => {
  const ordered = async () => {
    const { wechat } = wallets.accounts
    const { openid = '' } = await session(await newCode())
    return shopAt(wechat).jsapi(openid, { appid: wechat.mini.appid })
  }

  it('takes the money for an order under the mini program’s appid', async () => {
    const { data } = await ordered()
    expect(await invoke(wallets.origin, 'wechat', data)).toEqual({ err_msg: 'get_brand_wcpay_request:ok' })
    const told = await shopAt(wallets.accounts.wechat).query()
    expect(told.data).toMatchObject({ appid: wallets.accounts.wechat.mini.appid, trade_state: 'SUCCESS' })
  })

  it('refuses an order that was signed for the official account', async () => {
    const { data } = await ordered()
    const { appid } = wallets.accounts.wechat
    expect(await invoke(wallets.origin, 'wechat', { ...data, appId: appid })).toMatchObject({
      err_msg: 'get_brand_wcpay_request:fail',
    })
    expect(wallets.ledger.taken(number)).toBe(0)
  })

  it('opens no order for an openid of another appid', async () => {
    const { wechat } = wallets.accounts
    const { status, data } = await shopAt(wechat).jsapi(await openidAt(wechat), { appid: wechat.mini.appid })
    expect([status, data.code]).toEqual([400, 'PARAM_ERROR'])
  })
})
