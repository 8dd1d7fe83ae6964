/** The checker on the example merchant, and on servers with one fault each. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checks } from '../../src/trial/checks.ts'
import { testMerchant } from '../../src/trial/merchant.ts'
import { planted } from './servers/planted.ts'
import { openStreet } from './servers/street.ts'

let street: Awaited<ReturnType<typeof openStreet>>
beforeAll(async () => {
  street = await openStreet()
}, 120_000)
afterAll(() => street.stop())

/** Each takes a second or more, for it waits on purpose: only made where it is meant. */
const patient = [
  ...['long-poll', 'expiry-counts-down', 'fresh', 'silent-wallet', 'forged-notice', 'replayed-notice', 'underpaid'],
  ...['paid-is-told', 'paid-elsewhere', 'close-paid', 'refund-told'],
]
const quick = checks.map(({ id }) => id).filter((id) => !patient.includes(id))

const table: string[] = []
afterAll(() => console.log(table.join('\n')))

it('finds nothing on the right one, and leaves nothing unchecked', async () => {
  street.stand({})
  const { verdicts } = await testMerchant(street.endpoint, street.trial)
  expect(verdicts.filter(({ outcome }) => outcome !== 'kept')).toEqual([])
}, 120_000)

it.each(planted)(
  '$caughtBy names the server that $fault',
  async (plant) => {
    street.stand(plant)
    const { caughtBy, fault, after = [] } = plant
    const { verdicts } = await testMerchant(street.endpoint, { ...street.trial, only: [...quick, ...after, caughtBy] })
    const broken = verdicts.filter(({ outcome }) => outcome === 'broken')
    const [{ rule = '' } = {}] = broken.filter(({ id }) => id === caughtBy)
    const others = broken.map(({ id }) => id).filter((id) => id !== caughtBy)
    table.push(
      `${rule.padEnd(8)}${caughtBy.padEnd(26)}${fault}${others.length > 0 ? ` (also ${others.join(', ')})` : ''}`,
    )
    expect(broken.map(({ id }) => id)).toContain(caughtBy)
  },
  120_000,
)

it('has a server with a fault for every check but the one that needs eight seconds', () => {
  const missing = checks.map(({ id }) => id).filter((id) => !planted.some(({ caughtBy }) => caughtBy === id))
  expect(missing).toEqual(['in-time'])
})
