import { expect, it } from 'vitest'
import { type CheckoutOptions, checkOptions, checkOrder } from '../../src/checkout/options.ts'
import { isPayError } from '../../src/core/errors.ts'
import { createCheckout } from '../../src/index.ts'

const codeOf = (work: () => void): string => {
  try {
    work()
  } catch (thrown) {
    if (isPayError(thrown)) return `${thrown.code} ${thrown.detail}`
    throw thrown
  }
  return 'taken'
}

it('takes an endpoint or a function, and not both or neither', () => {
  const send = async () => ({})
  expect(codeOf(() => checkOptions({ endpoint: '/pay' }))).toBe('taken')
  expect(codeOf(() => checkOptions({ send }))).toBe('taken')
  for (const options of [{}, { endpoint: '' }, { endpoint: '/pay', send }, { endpoint: 7 }] as CheckoutOptions[])
    expect(codeOf(() => checkOptions(options))).toMatch(/^config_invalid /)
})

it.each([undefined, null, '/pay', 7])('refuses %s in the place of options', (thing) => {
  expect(codeOf(() => createCheckout(thing as never))).toMatch(/^config_invalid /)
})

it('refuses a deadline that is none', () => {
  for (const deadlineMs of [0, -1, Number.NaN])
    expect(codeOf(() => checkOptions({ endpoint: '/pay', deadlineMs }))).toMatch(/^config_invalid deadlineMs/)
})

it('takes a bridge that can be invoked', () => {
  expect(codeOf(() => checkOptions({ endpoint: '/pay', bridge: { invoke: () => ({}) } }))).toBe('taken')
  for (const bridge of [null, {}, { invoke: 'pay' }])
    expect(codeOf(() => checkOptions({ endpoint: '/pay', bridge } as unknown as CheckoutOptions))).toMatch(
      /^config_invalid bridge/,
    )
})

it('refuses a secret by its name or its shape, at any depth, and never repeats it', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIE'
  const secrets: object[] = [
    { appSecret: 's3cret' },
    { privateKey: 'x' },
    { apiV3Key: 'x' },
    { headers: { 'x-key': pem } },
  ]
  for (const secret of secrets) {
    const said = codeOf(() => checkOptions({ endpoint: '/pay', ...secret } as CheckoutOptions))
    expect(said).toMatch(/^secret_in_config /)
    expect(said).not.toMatch(/s3cret|MIIE/)
  }
})

it('refuses an order without a name', () => {
  expect(codeOf(() => checkOrder('order-1'))).toBe('taken')
  for (const order of ['', 'x'.repeat(129), 7 as never, undefined as never])
    expect(codeOf(() => checkOrder(order))).toMatch(/^config_invalid order/)
})

it('takes options that refer to themselves', () => {
  const headers: Record<string, unknown> = {}
  headers.self = headers
  expect(codeOf(() => checkOptions({ endpoint: '/pay', headers } as CheckoutOptions))).toBe('taken')
})

it('refuses a return URL that no wallet could come back to', () => {
  for (const returnUrl of ['return', '//evil.example/', 'javascript:alert(1)', ''])
    expect(codeOf(() => checkOptions({ endpoint: '/pay', returnUrl }))).toMatch(/^config_invalid returnUrl/)
  for (const returnUrl of ['/return', 'https://shop.example/return?a=1'])
    expect(codeOf(() => checkOptions({ endpoint: '/pay', returnUrl }))).toBe('taken')
})
