/** What a merchant gets when it signs up with the two platforms, and what the platforms keep to themselves. */
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { certify } from './certificate.ts'
import { readStored, writeStored } from './stored.ts'

/** An ordinary merchant of WeChat Pay v3, with its official account. Keys and certificate are PEM. */
export interface WechatAccount {
  gateway: string
  appid: string
  secret: string
  mchid: string
  serialNo: string
  privateKey: string
  certificate: string
  apiV3Key: string
  payee: string
}

/** A merchant's application at Alipay's open platform. Keys are PEM; the private one is PKCS8. */
export interface AlipayAccount {
  gateway: string
  appId: string
  privateKey: string
  alipayPublicKey: string
  payee: string
}

export interface Accounts {
  wechat: WechatAccount
  alipay: AlipayAccount
}

/** What only the platforms know: the keys that sign their answers, and who holds the phone. */
export interface Platforms {
  wechat: { privateKey: string; certificate: string; serialNo: string; payer: string }
  alipay: { privateKey: string; sellerId: string; payer: string; payerOpenId: string }
}

interface Signup {
  accounts: Accounts
  platforms: Platforms
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')

const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

const payee = '小满茶铺 Grain Tea House'

const signUp = (): Signup => {
  const [merchant, platform, app, alipay] = [keyPair(), keyPair(), keyPair(), keyPair()]
  const mchid = `16${digits(8)}`
  const merchantPart = certify(merchant.privateKey, mchid)
  const wechat: WechatAccount = {
    gateway: '',
    appid: `wx${hex(8)}`,
    secret: hex(16),
    mchid,
    privateKey: merchant.privateKey,
    ...merchantPart,
    apiV3Key: hex(16),
    payee,
  }
  const appId = `2021${digits(12)}`
  return {
    accounts: {
      wechat,
      alipay: { gateway: '', appId, privateKey: app.privateKey, alipayPublicKey: alipay.publicKey, payee },
    },
    platforms: {
      wechat: { privateKey: platform.privateKey, ...certify(platform.privateKey, 'Tenpay.com'), payer: `o${hex(13)}` },
      alipay: {
        privateKey: alipay.privateKey,
        sellerId: `2088${digits(12)}`,
        payer: `2088${digits(12)}`,
        payerOpenId: hex(14),
      },
    },
  }
}

/** Signs up once and keeps it in `dataDir`; only the gateways follow the origin that is listened on this time. */
export const openAccounts = (dataDir: string, origin: string): Signup => {
  const file = join(dataDir, 'accounts.json')
  const kept = readStored<Signup>(file) ?? signUp()
  kept.accounts.wechat.gateway = `${origin}/wechat`
  kept.accounts.alipay.gateway = `${origin}/alipay/gateway.do`
  writeStored(file, kept)
  return kept
}
