import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open, startListener, until } from '../merchant.ts'
import { pay, scan } from '../payer.ts'
import { number, shopAt } from './shop.ts'

describe('a notification of Alipay', () => {
  let wallets: Wallets
  let shop: ReturnType<typeof shopAt>
  let listener: Awaited<ReturnType<typeof startListener>>

  beforeEach(async () => {
    wallets = await open()
    shop = shopAt(wallets.accounts.alipay)
  })
  afterEach(async () => {
    await wallets.stop()
    await listener.stop()
  })

  const order = async () => {
    const passback = { passback_params: 'a%20b' }
    const { qrCode = '' } = await shop.precreate(passback, { notifyUrl: listener.url })
    return qrCode
  }
  const buy = async () => {
    const { offer } = await scan(wallets.origin, 'alipay', await order())
    await pay(wallets.origin, 'alipay', offer)
  }
  const form = (index: number) => Object.fromEntries(new URLSearchParams(listener.received[index]?.body))

  it('is a form that Alipay signed', async () => {
    listener = await startListener()
    await buy()
    await until(() => listener.received.length === 1)
    expect(form(0)).toMatchObject({ out_trade_no: number, trade_status: 'TRADE_SUCCESS', total_amount: '9.90' })
    expect(form(0).app_id).toBe(wallets.accounts.alipay.appId)
    expect(shop.sdk.checkNotifySignV2(form(0))).toBe(true)
    expect(shop.sdk.checkNotifySignV2({ ...form(0), total_amount: '0.01' })).toBe(false)
  })

  it('comes again until the body is success: a 200 alone is not enough', async () => {
    listener = await startListener(
      { status: 200, body: 'ok' },
      { status: 500, body: '' },
      { status: 200, body: 'success' },
    )
    await buy()
    await until(() => wallets.ledger.payments()[0]?.told === true)
    expect(listener.received).toHaveLength(3)
  })

  it('is forged before anybody paid, with a key that is not Alipay’s', async () => {
    listener = await startListener()
    wallets.faults.notification = 'forged'
    await order()
    await until(() => listener.received.length === 1)
    expect(form(0)).toMatchObject({ out_trade_no: number, trade_status: 'TRADE_SUCCESS' })
    expect(shop.sdk.checkNotifySignV2(form(0))).toBe(false)
    expect(wallets.ledger.taken(number)).toBe(0)
  })
})
