/**
 * The way to Alipay's gateway over `alipay-sdk` 4.14, which (read 2026-11) verifies an answer only
 * when told to, then throws where the gateway answers an unsigned `error_response`, and writes a
 * request's time in the server's own zone: run the server in Asia/Shanghai.
 */
import { AlipayRequestError, AlipaySdk } from 'alipay-sdk'
import * as z from 'zod'
import type { AlipayAccount } from '../wallets/accounts.ts'

export const alipaySdk = ({ appId, privateKey, alipayPublicKey, gateway }: AlipayAccount) =>
  new AlipaySdk({ appId, privateKey, alipayPublicKey, gateway, keyType: 'PKCS8', timeout: 5000 })

/** `code` is 10000 where it was done; `subCode` says why not. Without a code nobody knows. */
export interface Answer {
  code?: string
  subCode?: string
  [field: string]: unknown
}

const refused = z.object({ error_response: z.object({ code: z.string(), sub_code: z.string() }) })

/** A refusal needs no proof, for it moves nothing; all else that is not signed by Alipay is no answer. */
const refusalIn = (error: unknown): Answer | undefined => {
  if (!(error instanceof AlipayRequestError) || !error.responseDataRaw?.startsWith('{')) return undefined
  const { data } = refused.safeParse(JSON.parse(error.responseDataRaw))
  return data && { code: data.error_response.code, subCode: data.error_response.sub_code }
}

export const ask = async (sdk: AlipaySdk, method: string, params: Record<string, unknown>): Promise<Answer> => {
  try {
    return await sdk.exec(method, params, { validateSign: true })
  } catch (error) {
    const refusal = refusalIn(error)
    // Only the name: the message may hold the whole answer.
    if (!refusal) console.error(`alipay: no answer to ${method}:`, error instanceof Error ? error.name : typeof error)
    return refusal ?? {}
  }
}
