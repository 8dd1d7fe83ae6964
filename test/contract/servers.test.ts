/** The checker on the example merchant, and on servers with one fault each. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testMerchant } from '../../src/trial/merchant.ts'
import { openStreet } from './servers/street.ts'

let street: Awaited<ReturnType<typeof openStreet>>
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.stop())

it('finds nothing on the right one, and leaves nothing unchecked', async () => {
  street.stand({})
  const { verdicts } = await testMerchant(street.endpoint, street.trial)
  expect(verdicts.filter(({ outcome }) => outcome !== 'kept')).toEqual([])
})
