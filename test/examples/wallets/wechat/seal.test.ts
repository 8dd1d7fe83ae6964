import { createSign, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Wallets } from '../../../../examples/wallets/wallets.ts'
import { open, wechatSdk } from '../merchant.ts'
import { number, order, shopAt } from './shop.ts'

const strangersKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

describe("WeChat Pay's signatures", () => {
  let wallets: Wallets

  beforeAll(async () => {
    wallets = await open()
  })
  afterAll(() => wallets.stop())

  const account = () => wallets.accounts.wechat

  const signed = (method: string, url: string, body: string, ageSeconds = 0) => {
    const at = Math.floor(Date.now() / 1000) - ageSeconds
    const { mchid, serialNo, privateKey } = account()
    const text = `${method}\n${url}\n${at}\nnonce\n${body}\n`
    const signature = createSign('RSA-SHA256').update(text).sign(privateKey, 'base64')
    const fields = { mchid, serial_no: serialNo, nonce_str: 'nonce', timestamp: String(at), signature }
    const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
    return { Authorization: `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}` }
  }

  const nativePath = '/v3/pay/transactions/native'
  const body = () => {
    const { appid, mchid } = account()
    return JSON.stringify({ appid, mchid, ...order() })
  }
  const placed = (sent: string, headers: Record<string, string>) =>
    fetch(account().gateway + nativePath, { method: 'POST', body: sent, headers })

  it('lets in what the merchant signed', async () => {
    expect((await placed(body(), signed('POST', nativePath, body()))).status).toBe(200)
  })

  it.each([
    ['no signature at all', () => placed(body(), {})],
    ['a body changed on the way', () => placed(body().replace('990', '1'), signed('POST', nativePath, body()))],
    ['a signature for another path', () => placed(body(), signed('POST', '/v3/certificates', body()))],
    ['a signature ten minutes old', () => placed(body(), signed('POST', nativePath, body(), 600))],
  ])('refuses %s with 401 SIGN_ERROR', async (_what, send) => {
    const answer = await send()
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'SIGN_ERROR' }])
  })

  it("refuses a stranger's key, whatever is asked", async () => {
    const pay = wechatSdk({ ...account(), privateKey: strangersKey() })
    const answers = [
      await pay.query({ out_trade_no: number }),
      await pay.close(number),
      await pay.transactions_native(order() as never),
    ]
    for (const { status } of answers) expect(status).toBe(401)
  })

  it('signs every answer with the key of the certificate that /v3/certificates gives, encrypted', async () => {
    const { pay, native, query, certificates } = shopAt(account())
    const [certificate] = (await certificates()) as unknown as { publicKey: string; serial_no: string }[]
    expect(certificate?.publicKey).toContain('BEGIN PUBLIC KEY')
    for (const { headers, text } of [await native(), await query(), await query('neverOrdered')]) {
      const [timestamp, nonce, serial, signature] = ['Timestamp', 'Nonce', 'Serial', 'Signature'].map(
        (name) => headers.get(`Wechatpay-${name}`) ?? '',
      ) as [string, string, string, string]
      expect(serial).toBe(certificate?.serial_no)
      expect(await pay.verifySign({ timestamp, nonce, serial, signature, body: text })).toBe(true)
      expect(await pay.verifySign({ timestamp, nonce, serial, signature, body: `${text} ` })).toBe(false)
    }
  })
})
