import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { login, shopAt } from './shop.ts'

describe("Alipay's web login", () => {
  let wallets: Wallets

  beforeEach(async () => {
    wallets = await open()
  })
  afterEach(() => wallets.stop())

  const account = () => wallets.accounts.alipay

  it('comes back at once with auth_code and state, and the code names the payer', async () => {
    const back = new URL((await login(account())).to ?? '').searchParams
    expect(Object.fromEntries(back)).toMatchObject({ a: 'b', app_id: account().appId, scope: 'auth_base', state: 's1' })
    const { userId, openId } = await shopAt(account()).token(back.get('auth_code') ?? '')
    expect([userId, openId]).toEqual([expect.stringMatching(/^2088\d{12}$/), expect.stringMatching(/^\w{28}$/)])
  })

  it('takes a code once', async () => {
    const code = new URL((await login(account())).to ?? '').searchParams.get('auth_code') ?? ''
    const { token } = shopAt(account())
    await token(code)
    expect(await token(code)).toMatchObject({ code: '40002', subCode: 'isv.code-invalid' })
  })

  it.each([
    ['another application', { app_id: 'x' }],
    ['an unknown scope', { scope: 'everything' }],
    ['an address that is no page', { redirect_uri: 'javascript:alert(1)' }],
  ])('goes nowhere for %s', async (_what, changes) => {
    expect(await login(account(), changes)).toMatchObject({ to: null, status: 400 })
  })
})
