import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open } from '../merchant.ts'
import { cancel, follow, look, pay } from '../payer.ts'
import { number, shopAt, terms } from './shop.ts'

const back = 'http://shop.test/back?order=1'
const quit = 'http://shop.test/quit'

/** The SDK's form, as a browser would send it. */
const submit = async (form: string) => {
  const action = /action="([^"]+)"/.exec(form)?.[1] ?? ''
  const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&quot;', '"'),
  ])
  const answer = await fetch(action, {
    method: 'POST',
    body: new URLSearchParams(Object.fromEntries(fields)),
    redirect: 'manual',
  })
  return new URL(answer.headers.get('Location') ?? '', action).searchParams.get('offer') ?? ''
}

describe("Alipay's cashier", () => {
  let wallets: Wallets
  let shop: ReturnType<typeof shopAt>

  beforeEach(async () => {
    wallets = await open()
    shop = shopAt(wallets.accounts.alipay)
  })
  afterEach(() => wallets.stop())

  const link = (method: 'wap' | 'page', verb: 'GET' | 'POST' = 'GET') =>
    shop.sdk.pageExecute(`alipay.trade.${method}.pay`, verb, {
      returnUrl: back,
      bizContent: terms({ quit_url: quit }),
    })

  it.each(['wap', 'page'] as const)(
    'opens a trade by alipay.trade.%s.pay only when the page is opened',
    async (method) => {
      const { offer } = await follow(link(method))
      expect((await shop.query()).subCode).toBe('ACQ.TRADE_NOT_EXIST')
      expect(await look(wallets.origin, 'alipay', offer)).toMatchObject({ value: 990, title: '明前龙井' })
      expect((await shop.query()).tradeStatus).toBe('WAIT_BUYER_PAY')
    },
  )

  it('takes the form by POST as it takes the link by GET', async () => {
    const offer = await submit(link('page', 'POST'))
    await pay(wallets.origin, 'alipay', offer)
    expect(wallets.ledger.taken(number)).toBe(1)
  })

  it('comes back to return_url, signed by Alipay, after paying', async () => {
    const { offer } = await follow(link('wap'))
    const { next } = await pay(wallets.origin, 'alipay', offer)
    const { origin, pathname, searchParams } = new URL(next ?? '')
    expect(origin + pathname).toBe('http://shop.test/back')
    const { order, ...signed } = Object.fromEntries(searchParams)
    expect([order, signed]).toMatchObject(['1', { out_trade_no: number, total_amount: '9.90' }])
    expect(shop.sdk.checkNotifySignV2(signed)).toBe(true)
    expect(shop.sdk.checkNotifySignV2({ ...signed, total_amount: '0.01' })).toBe(false)
  })

  it('goes to quit_url where the payer turns back, and the trade can still be paid', async () => {
    const { offer } = await follow(link('wap'))
    expect(await cancel(wallets.origin, 'alipay', offer)).toEqual({ next: quit })
    expect(await look(wallets.origin, 'alipay', offer)).toMatchObject({ value: 990 })
  })

  it('refuses a link to what is paid already', async () => {
    const { offer } = await follow(link('wap'))
    await pay(wallets.origin, 'alipay', offer)
    expect((await follow(link('wap'))).text).toContain('ACQ.TRADE_HAS_SUCCESS')
  })
})
