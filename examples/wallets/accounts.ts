/** What a merchant gets when it signs up with the two platforms, and what the platforms keep to themselves. */
import { randomBytes, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { certify } from './certificate.ts'
import { newKeys } from './keys.ts'
import { readStored, writeStored } from './stored.ts'

/**
 * An ordinary merchant of WeChat Pay v3, with its official account, its mini program and its app: each has an appid of its
 * own that is bound to the one `mchid`. Keys and certificate are PEM.
 */
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
  mini: { appid: string; secret: string }
  app: { appid: string }
}

/** A merchant's application at Alipay's open platform: its pages, its mini program and its app go under the one. Keys are PEM; the private one is PKCS8. */
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

const payee = '小满茶铺 Grain Tea House'

const appid = () => `wx${hex(8)}`

const openApps = () => ({ mini: { appid: appid(), secret: hex(16) }, app: { appid: appid() } })

const signUpAtWechat = () => {
  const [merchant, platform] = [newKeys(), newKeys()]
  const mchid = `16${digits(8)}`
  const credentials = { privateKey: merchant.privateKey, ...certify(merchant.privateKey, mchid) }
  return {
    account: {
      gateway: '',
      appid: appid(),
      secret: hex(16),
      mchid,
      ...credentials,
      apiV3Key: hex(16),
      payee,
      ...openApps(),
    },
    platform: { privateKey: platform.privateKey, ...certify(platform.privateKey, 'Tenpay.com'), payer: `o${hex(13)}` },
  }
}

const signUpAtAlipay = () => {
  const [app, platform] = [newKeys(), newKeys()]
  const keys = { privateKey: app.privateKey, alipayPublicKey: platform.publicKey }
  const people = { sellerId: `2088${digits(12)}`, payer: `2088${digits(12)}`, payerOpenId: hex(14) }
  return {
    account: { gateway: '', appId: `2021${digits(12)}`, ...keys, payee },
    platform: { privateKey: platform.privateKey, ...people },
  }
}

const signUp = (): Signup => {
  const [wechat, alipay] = [signUpAtWechat(), signUpAtAlipay()]
  return {
    accounts: { wechat: wechat.account, alipay: alipay.account },
    platforms: { wechat: wechat.platform, alipay: alipay.platform },
  }
}

/** Signs up once and keeps it in `dataDir`; only the gateways follow the origin that is listened on this time. */
export const openAccounts = (dataDir: string, origin: string): Signup => {
  const file = join(dataDir, 'accounts.json')
  const kept = readStored<Signup>(file) ?? signUp()
  // Who signed up before there were mini programs and apps gets them now.
  kept.accounts.wechat = { ...openApps(), ...kept.accounts.wechat, gateway: `${origin}/wechat` }
  kept.accounts.alipay.gateway = `${origin}/alipay/gateway.do`
  writeStored(file, kept)
  return kept
}
