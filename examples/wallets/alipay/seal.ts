/** RSA2 over sorted `name=value` pairs, both ways: opendocs.alipay.com/common/02mse2 and 02mse7, read 2026-11. */
import { createPublicKey, createSign, createVerify } from 'node:crypto'
import type { Operator } from '../operator.ts'

export type Params = Record<string, string>

const textOf = (params: Params, without: string[]) =>
  Object.keys(params)
    .filter((name) => !without.includes(name) && params[name] !== '')
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join('&')

/** Whether the merchant's application signed these parameters. `sign_type` is signed too. */
export const signedByApp = (operator: Operator, params: Params): boolean =>
  createVerify('RSA-SHA256')
    .update(textOf(params, ['sign']), 'utf8')
    .verify(createPublicKey(operator.accounts.alipay.privateKey), params.sign ?? '', 'base64')

export const signatureOf = (text: string, privateKey: string): string =>
  createSign('RSA-SHA256').update(text, 'utf8').sign(privateKey, 'base64')

/** Parameters that Alipay sends, with its signature: neither `sign` nor `sign_type` is signed here. */
export const sealed = (params: Params, privateKey: string): Params => {
  const sign = signatureOf(textOf(params, ['sign', 'sign_type']), privateKey)
  return { ...params, sign_type: 'RSA2', sign }
}
