/** What every channel must keep, whatever its wallet: the laws that `isopay/testing` publishes, on each of our own. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/core/ports.ts'
import { channelLaws, testChannel } from '../../src/testing/channel.ts'
import type { Fixture } from './fixture.ts'
import { findChannels, findFixtures } from './found.ts'
import { anyAnswer } from './hostile.ts'

const channels = await findChannels()
const fixtures = await findFixtures()
const noFixture: Fixture = { actions: [], rows: [] }
const fixtureOf = ({ kind }: Channel): Fixture => fixtures.get(kind) ?? noFixture

/** What an answer of a wallet’s may become. The other claims are the page’s own word. */
const spoken = ['claimed', 'cancelled', 'unknown', 'failed', 'shown']

it('has a fixture for every channel, and no fixture without one', () => {
  expect([...fixtures.keys()].sort()).toEqual(channels.map(({ kind }) => kind).sort())
})

describe.each(channels.map((channel) => [channel.kind, channel] as const))('%s', (_, channel) => {
  it.each(channelLaws(channel, fixtureOf(channel)))('$name', ({ check }) => check())

  it('makes a claim of whatever it is told, and never one that only the page can make', () => {
    const total = fc.property(anyAnswer, (answer) => {
      const claim = channel.interpret(answer)
      expect(spoken).toContain(claim.is)
      expect('content' in claim).toBe(claim.is === 'shown')
    })
    fc.assert(total, { numRuns: 300 })
  })
})

describe('testChannel', () => {
  const [right] = channels.filter(({ kind }) => kind === 'wechat.bridge')
  const fixture = fixtures.get('wechat.bridge') ?? noFixture
  const changed = (change: Partial<Channel>): Channel => ({ ...(right as Channel), ...change })

  it('says nothing of a channel that keeps the laws', async () => {
    await expect(testChannel(changed({}), fixture)).resolves.toBeUndefined()
  })

  it.each<[string, Partial<Channel>]>([
    ['takes {"err_msg":"get_brand_wcpay_request:ok"} for claimed', { interpret: () => ({ is: 'unknown' }) }],
    [
      'takes nothing for unknown',
      { interpret: (raw) => (raw ? (right as Channel).interpret(raw) : { is: 'cancelled' }) },
    ],
    ['is carried out by an action of its own kind', { kind: 'wechat.mini' }],
    ['leaves with the page only where it says so', { leaves: true }],
  ])('names the law that is broken: %s', async (law, change) => {
    await expect(testChannel(changed(change), fixture)).rejects.toThrow(law)
  })

  it('names a channel that keeps something', async () => {
    const { invoke } = right as Channel
    const keeps = changed({
      invoke: (action, host, signal) => {
        host.onEvent('resize', () => {})
        return invoke(action, host, signal)
      },
    })
    await expect(testChannel(keeps, fixture)).rejects.toThrow('it still holds')
  })
})
