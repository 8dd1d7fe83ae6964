import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { alipaySdk, open } from '../merchant.ts'
import { follow, invoke } from '../payer.ts'
import { number, shopAt, terms } from './shop.ts'

const strangersKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

describe("Alipay's signatures", () => {
  let wallets: Wallets

  beforeAll(async () => {
    wallets = await open()
  })
  afterAll(() => wallets.stop())

  const account = () => wallets.accounts.alipay
  const stranger = () => alipaySdk({ ...account(), privateKey: strangersKey() })

  it("refuses a stranger's key, whatever is asked", async () => {
    const { precreate, query, close, refund } = shopAt(account(), stranger())
    for (const answer of [await precreate(), await query(), await close(), await refund('9.90', 'r')])
      expect(answer).toMatchObject({ code: '40002', subCode: 'isv.invalid-signature' })
  })

  it('refuses another application', async () => {
    const { query } = shopAt(account(), alipaySdk({ ...account(), appId: '2021000000000000' }))
    expect((await query()).subCode).toBe('isv.invalid-app-id')
  })

  it('refuses a signed page order that was changed on the way', async () => {
    const url = shopAt(account()).sdk.pageExecute('alipay.trade.wap.pay', 'GET', { bizContent: terms() })
    const { to, text } = await follow(url.replace('9.90', '0.01'))
    expect([to, text]).toEqual([null, expect.stringContaining('isv.invalid-signature')])
  })

  it("refuses an order string of a stranger's", async () => {
    const orderStr = stranger().sdkExecute('alipay.trade.app.pay', { bizContent: terms() })
    expect(await invoke(wallets.origin, 'alipay', { orderStr })).toMatchObject({ resultCode: '4000' })
    expect(wallets.ledger.trade('alipay', number)).toBeUndefined()
  })

  it('signs its own answers with the key that the merchant was given', async () => {
    const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    const alipayPublicKey = otherKey.export({ type: 'spki', format: 'pem' }).toString()
    await expect(shopAt(account()).query()).resolves.toMatchObject({ code: '40004' })
    await expect(shopAt({ ...account(), alipayPublicKey }).query()).rejects.toThrow('验签失败')
  })
})
