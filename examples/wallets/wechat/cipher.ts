import { createCipheriv, randomBytes } from 'node:crypto'

/** Encrypts with the merchant's APIv3 key, the tag behind the text: pay.weixin.qq.com/doc/v3/merchant/4012071382. */
export const encrypted = (apiV3Key: string, plain: string, associated: string) => {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(associated))
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext: text.toString('base64'), associated_data: associated, nonce }
}
