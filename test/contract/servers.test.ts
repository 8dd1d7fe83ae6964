/** The checker on the example merchant, and on servers with one fault each. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checks } from '../../src/trial/checks.ts'
import { testMerchant } from '../../src/trial/merchant.ts'
import { progressLine } from '../../src/trial/report.ts'
import type { Verdict } from '../../src/trial/run.ts'
import { planted } from './servers/planted.ts'
import { right } from './servers/right.ts'
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

/** What is said of those of one outcome, by check. Without a remark there is nothing after the check's name. */
const said = (verdicts: readonly Verdict[], outcome: Verdict['outcome']) =>
  Object.fromEntries(
    verdicts
      .filter((verdict) => verdict.outcome === outcome && progressLine(verdict).includes(': '))
      .map((verdict) => [verdict.id, progressLine(verdict)]),
  )

const holding = (remarks: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(remarks).map(([id, part]) => [id, expect.stringContaining(part)]))

it.each(right)(
  'finds nothing on the right one $server, and says what was not seen',
  async ({ seen, unchecked, only, ...stand }) => {
    street.stand(stand)
    const { verdicts } = await testMerchant(street.endpoint, { ...street.trial, only })
    expect(said(verdicts, 'broken')).toEqual({})
    expect(said(verdicts, 'kept')).toEqual(holding(seen))
    expect(said(verdicts, 'unchecked')).toEqual(holding(unchecked))
  },
  120_000,
)

it.each(planted)(
  '$caughtBy names the server that $fault',
  async (plant) => {
    street.stand(plant)
    const { caughtBy, fault, after = [] } = plant
    const { verdicts } = await testMerchant(street.endpoint, { ...street.trial, only: [...quick, ...after, caughtBy] })
    const broken = verdicts.filter((verdict) => verdict.outcome === 'broken')
    const [{ rule = '' } = {}] = broken.filter(({ id }) => id === caughtBy)
    const others = broken.map(({ id }) => id).filter((id) => id !== caughtBy)
    table.push(
      `${rule.padEnd(8)}${caughtBy.padEnd(26)}${fault}${others.length > 0 ? ` (also ${others.join(', ')})` : ''}`,
    )
    expect(broken.map(({ id }) => id)).toContain(caughtBy)
    expect(broken.map(({ saw }) => saw).join('\n')).not.toContain('undefined')
  },
  120_000,
)

it('has a server with a fault for every check but the one that needs eight seconds', () => {
  const missing = checks.map(({ id }) => id).filter((id) => !planted.some(({ caughtBy }) => caughtBy === id))
  expect(missing).toEqual(['in-time'])
})
