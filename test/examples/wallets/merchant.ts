/** A merchant made of the two real SDKs, pointed at the stand-in: each end proves the other. */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AlipaySdk } from 'alipay-sdk'
import WxPay from 'wechatpay-node-v3'
import { type AlipayAccount, openAccounts, type WechatAccount } from '../../../examples/wallets/accounts.ts'
import { startWallets, type WalletsOptions } from '../../../examples/wallets/wallets.ts'

const emptyDir = () => mkdtempSync(join(tmpdir(), 'isopay-wallets-'))

/** Signing up makes four RSA keys: once for all tests of a file. */
const signedUp = emptyDir()
openAccounts(signedUp, 'http://nowhere')

export const newDataDir = () => {
  const dir = emptyDir()
  copyFileSync(join(signedUp, 'accounts.json'), join(dir, 'accounts.json'))
  return dir
}

export const open = (options: Partial<WalletsOptions> = {}) =>
  startWallets({ port: 0, dataDir: newDataDir(), gapsMs: [20, 40, 80], ...options })

const realHost = 'https://api.mch.weixin.qq.com'

/** The SDK's own URLs are fixed, so its HTTP is replaced; what it signs is left as it is. */
export const wechatSdk = (account: WechatAccount) => {
  const { appid, mchid, certificate, privateKey, apiV3Key } = account
  const pay = new WxPay({
    appid,
    mchid,
    publicKey: Buffer.from(certificate),
    privateKey: Buffer.from(privateKey),
    key: apiV3Key,
  })
  const call = async (url: string, headers: Record<string, string>, body?: object) => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(url.replace(realHost, account.gateway), init)
    const text = await answer.text()
    return { status: answer.status, data: text === '' ? null : JSON.parse(text), headers: answer.headers, text }
  }
  pay.createHttp({
    get: (url, headers) => call(url, headers),
    post: (url, params, headers) => call(url, headers, params),
    upload: () => Promise.reject(new Error('nothing is uploaded here')),
  })
  return pay
}

export const alipaySdk = ({ gateway, appId, privateKey, alipayPublicKey }: AlipayAccount) =>
  new AlipaySdk({ gateway, appId, privateKey, alipayPublicKey, keyType: 'PKCS8' })

export interface Received {
  headers: Record<string, string>
  body: string
}

/** Listens for notifications; `answers` are given in turn, the last one for ever. */
export const startListener = async (...answers: { status: number; body: string }[]) => {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answer = answers[received.length] ?? answers.at(-1) ?? { status: 200, body: 'success' }
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    received.push({ headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`
  const stop = () => new Promise<unknown>((done) => server.close(done))
  return { url, received, stop }
}

/** Waits until `holds`, for at most two seconds. */
export const until = async (holds: () => boolean): Promise<void> => {
  for (let waited = 0; !holds() && waited < 2000; waited += 10) await new Promise((done) => setTimeout(done, 10))
  if (!holds()) throw new Error('waited two seconds in vain')
}

export const post = async <T>(url: string, body: unknown = {}): Promise<T> => {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await answer.json()) as T
}
