/** WeChat Pay v3's seal: a signature that shows who wrote a letter, and a key that only the two of us have. */
import { createDecipheriv } from 'node:crypto'
import type Pay from 'wechatpay-node-v3'
import type { WechatAccount } from '../wallets/accounts.ts'
import type { Letter } from './wallet.ts'

const skewSeconds = 300

export interface Sealed {
  ciphertext: string
  associated_data: string
  nonce: string
}

/** AEAD_AES_256_GCM: pay.weixin.qq.com/doc/v3/merchant/4012071382, read 2026-11. Throws where the key was not ours. */
export const unseal = (apiV3Key: string, { ciphertext, associated_data, nonce }: Sealed): string => {
  const bytes = Buffer.from(ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, nonce, { authTagLength: 16 })
  decipher.setAuthTag(bytes.subarray(-16)).setAAD(Buffer.from(associated_data))
  return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')
}

/** True where WeChat signed this letter within the last minutes: an old one may be a replay. */
export const isFromWechat = async (pay: Pay, { apiV3Key }: WechatAccount, { headers, body }: Letter) => {
  const [timestamp, nonce, serial, signature] = ['timestamp', 'nonce', 'serial', 'signature'].map(
    (name) => headers.get(`wechatpay-${name}`) ?? '',
  )
  if (!timestamp || !nonce || !serial || !signature) return false
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= skewSeconds)) return false
  return pay.verifySign({ timestamp, nonce, body, serial, signature, apiSecret: apiV3Key })
}
