/** WeChat seals a notification for the merchant. The lab has the merchant's key, too, and reads it as the merchant does. */
import { type Sealed, unseal } from '../merchant/wechat-seal.ts'

const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && 'ciphertext' in value && 'nonce' in value

/** A body that holds nothing sealed, or what another key has sealed, stays as it is. */
export const unsealer =
  (apiV3Key: string) =>
  (body: unknown): unknown => {
    if (typeof body !== 'object' || body === null || !('resource' in body) || !isSealed(body.resource)) return body
    try {
      return { ...body, resource: JSON.parse(unseal(apiV3Key, body.resource)) }
    } catch {
      return body
    }
  }
