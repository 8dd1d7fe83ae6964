import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open, type Received, startListener, until } from '../merchant.ts'
import { pay, scan } from '../payer.ts'
import { number, shopAt } from './shop.ts'

describe('a notification of WeChat Pay', () => {
  let wallets: Wallets
  let shop: ReturnType<typeof shopAt>
  let listener: Awaited<ReturnType<typeof startListener>>

  beforeEach(async () => {
    wallets = await open()
    shop = shopAt(wallets.accounts.wechat)
  })
  afterEach(async () => {
    await wallets.stop()
    await listener.stop()
  })

  const order = async () => {
    const { data } = await shop.native({ notify_url: listener.url })
    return (await scan(wallets.origin, 'wechat', data.code_url ?? '')).offer
  }
  const buy = async () => pay(wallets.origin, 'wechat', await order())

  const genuine = ({ headers, body }: Received) =>
    shop.pay.verifySign({
      timestamp: headers['wechatpay-timestamp'] ?? '',
      nonce: headers['wechatpay-nonce'] ?? '',
      serial: headers['wechatpay-serial'] ?? '',
      signature: headers['wechatpay-signature'] ?? '',
      body,
    })

  it('is signed by the platform, and opens with the APIv3 key to the paid order', async () => {
    listener = await startListener({ status: 204, body: '' })
    await buy()
    await until(() => listener.received.length === 1)
    const [received] = listener.received
    expect(received && (await genuine(received))).toBe(true)
    const { event_type, resource } = JSON.parse(received?.body ?? '')
    const opened = shop.pay.decipher_gcm(resource.ciphertext, resource.associated_data, resource.nonce)
    expect(event_type).toBe('TRANSACTION.SUCCESS')
    expect(opened).toMatchObject({ out_trade_no: number, trade_state: 'SUCCESS', amount: { total: 990 } })
  })

  it('comes again until it is answered 2xx, and not after', async () => {
    listener = await startListener({ status: 500, body: '' }, { status: 400, body: '' }, { status: 200, body: '' })
    await buy()
    await until(() => wallets.ledger.payments()[0]?.told === true)
    expect(listener.received).toHaveLength(3)
  })

  it('is given up after the last gap', async () => {
    listener = await startListener({ status: 500, body: '' })
    await buy()
    await until(() => wallets.ledger.payments()[0]?.told === true)
    expect(listener.received).toHaveLength(4)
  })

  it('comes late', async () => {
    listener = await startListener()
    Object.assign(wallets.faults, { notification: 'late', lateMs: 150 })
    await buy()
    const paidAt = Date.now()
    expect(listener.received).toHaveLength(0)
    await until(() => listener.received.length === 1)
    expect(Date.now() - paidAt).toBeGreaterThan(100)
  })

  it('is lost', async () => {
    listener = await startListener()
    wallets.faults.notification = 'lost'
    await buy()
    expect(wallets.ledger.payments()[0]).toMatchObject({ number, told: true })
    await new Promise((done) => setTimeout(done, 100))
    expect(listener.received).toHaveLength(0)
  })

  it('comes twice, though it was accepted', async () => {
    listener = await startListener()
    wallets.faults.notification = 'twice'
    await buy()
    await until(() => listener.received.length === 2)
    for (const received of listener.received) expect(await genuine(received)).toBe(true)
  })

  it('is forged as soon as the order is open: a claim that no check lets through, and no money', async () => {
    listener = await startListener()
    wallets.faults.notification = 'forged'
    await order()
    await until(() => listener.received.length === 1)
    const [received] = listener.received
    expect(received && (await genuine(received))).toBe(false)
    const { resource } = JSON.parse(received?.body ?? '')
    const key = wallets.accounts.wechat.apiV3Key
    const opened = shop.pay.decipher_gcm(resource.ciphertext, resource.associated_data, resource.nonce, key)
    expect(opened).not.toMatchObject({ out_trade_no: number })
    expect(wallets.ledger.taken(number)).toBe(0)
  })

  it('tells of a refund at the address that the refund named', async () => {
    listener = await startListener()
    await buy()
    const amount = { refund: 90, total: 990, currency: 'CNY' }
    const wanted = { out_trade_no: number, out_refund_no: 'refund-1', notify_url: listener.url, amount }
    await shop.pay.refunds(wanted as never)
    await until(() => listener.received.length === 2)
    const { event_type, resource } = JSON.parse(listener.received[1]?.body ?? '')
    const opened = shop.pay.decipher_gcm(resource.ciphertext, resource.associated_data, resource.nonce)
    expect([event_type, opened]).toMatchObject([
      'REFUND.SUCCESS',
      { out_refund_no: 'refund-1', amount: { refund: 90 } },
    ])
  })
})
