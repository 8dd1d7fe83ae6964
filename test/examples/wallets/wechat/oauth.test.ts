import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { follow } from '../payer.ts'

describe("WeChat's web login", () => {
  let wallets: Wallets
  let clock = 0

  beforeEach(async () => {
    clock = Date.now()
    wallets = await open({ now: () => clock })
  })
  afterEach(() => wallets.stop())

  const back = 'http://shop.test/pay?order=1'
  const authorize = (changes = {}) => {
    const { gateway, appid } = wallets.accounts.wechat
    const asked = { appid, redirect_uri: back, response_type: 'code', scope: 'snsapi_base', state: 's1', ...changes }
    return follow(`${gateway}/connect/oauth2/authorize?${new URLSearchParams(asked)}`)
  }
  const exchange = async (code: string | null, changes = {}) => {
    const { gateway, appid, secret } = wallets.accounts.wechat
    const asked = { appid, secret, code: code ?? '', grant_type: 'authorization_code', ...changes }
    const answer = await fetch(`${gateway}/sns/oauth2/access_token?${new URLSearchParams(asked)}`)
    return (await answer.json()) as { openid?: string; errcode?: number }
  }
  const newCode = async () => new URL((await authorize()).to ?? '').searchParams.get('code')

  it('comes back at once, with code and state added to where it was sent from', async () => {
    const { to } = await authorize()
    const { origin, pathname, searchParams } = new URL(to ?? '')
    expect(origin + pathname).toBe('http://shop.test/pay')
    expect([searchParams.get('order'), searchParams.get('state')]).toEqual(['1', 's1'])
    expect(searchParams.get('code')).toMatch(/^\w{32}$/)
  })

  it('gives the same openid for each code', async () => {
    const [first, second] = [await exchange(await newCode()), await exchange(await newCode())]
    expect(first.openid).toMatch(/^o\w{20,}$/)
    expect(second.openid).toBe(first.openid)
  })

  it('takes a code once: 40163 after that', async () => {
    const code = await newCode()
    await exchange(code)
    expect(await exchange(code)).toMatchObject({ errcode: 40163 })
  })

  it('takes a code for five minutes', async () => {
    const code = await newCode()
    clock += 5 * 60_000
    expect(await exchange(code)).toMatchObject({ errcode: 42003 })
  })

  it.each([
    ['an invented code', 40029, {}],
    ['a wrong secret', 40125, { secret: 'x' }],
    ['another appid', 40013, { appid: 'x' }],
  ])('refuses %s with %i', async (_what, errcode, changes) => {
    expect(await exchange('invented', changes)).toMatchObject({ errcode })
  })

  it('goes nowhere but to a web address', async () => {
    expect((await authorize({ redirect_uri: 'javascript:alert(1)' })).to).toBeNull()
  })
})
