/** What every channel must keep, whatever its wallet. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Channel, Host, Signal } from '../../src/core/ports.ts'
import { BRIDGE_MISSING } from '../../src/core/raw.ts'
import { fakeHost, fakeSignal } from '../host/fake.ts'
import type { Fixture, Row } from './fixture.ts'
import { findChannels, findFixtures } from './found.ts'
import { anyAnswer, hostile } from './hostile.ts'

const channels = await findChannels()
const fixtures = await findFixtures()
const noFixture: Fixture = { actions: [], rows: [] }
const fixtureOf = ({ kind }: Channel): Fixture => fixtures.get(kind) ?? noFixture

const plain = ['claimed', 'cancelled', 'unknown', 'failed', 'left', 'detoured']
const absent = ['bridge_missing', 'url_refused', 'unsupported_here']

/** What an answer of a wallet’s may become. The other claims are the page’s own word. */
const spoken = ['claimed', 'cancelled', 'unknown', 'failed', 'shown']

const expectClaim = (claim: ReturnType<Channel['interpret']>) => {
  if (claim.is === 'shown') expect(claim.content).toEqual(expect.any(String))
  else if (claim.is === 'absent') expect(absent).toContain(claim.reason)
  else expect(plain).toContain(claim.is)
}

const detailOf = ({ raw, claim }: Row): object => {
  if (claim === 'failed') return { reason: expect.stringMatching(/^.{1,128}$/) }
  if (claim === 'shown') return { content: raw }
  return claim === 'absent' ? { reason: raw === BRIDGE_MISSING ? 'bridge_missing' : 'url_refused' } : {}
}

const freeze = <T extends object>(thing: T): T => {
  for (const value of Object.values(thing)) if (typeof value === 'object' && value !== null) freeze(value)
  return Object.freeze(thing)
}

/** Tests hand over what a fixture holds; in the product a gate has checked its shape. */
const invoke = (channel: Channel, action: object, host: Host, signal: Signal = fakeSignal().signal) =>
  channel.invoke(action as never, host, signal)

it('has a fixture for every channel, and no fixture without one', () => {
  expect([...fixtures.keys()].sort()).toEqual(channels.map(({ kind }) => kind).sort())
})

describe.each(channels.map((channel) => [channel.kind, channel, fixtureOf(channel)] as const))(
  '%s',
  (kind, channel, fixture) => {
    it.each(fixture.rows)('takes $raw for $claim ($source, $read)', (row) => {
      expect(channel.interpret(row.raw)).toEqual({ is: row.claim, ...detailOf(row) })
    })

    it.each(hostile)('takes %s for unknown', (_name, answer) => {
      expect(channel.interpret(answer)).toEqual({ is: 'unknown' })
    })

    it('makes a claim of whatever it is told, and never one that only the page can make', () => {
      const total = fc.property(anyAnswer, (answer) => {
        const claim = channel.interpret(answer)
        expectClaim(claim)
        expect(spoken).toContain(claim.is)
      })
      fc.assert(total, { numRuns: 300 })
    })

    it('believes no polluted prototype', () => {
      const lies = { err_msg: 'x:ok', errMsg: 'x:ok', resultCode: '9000', content: 'x' }
      Object.assign(Object.prototype, lies)
      try {
        expect(channel.interpret({}).is).toBe('unknown')
        expect(fixture.rows.map(({ raw }) => channel.interpret(raw).is)).toEqual(fixture.rows.map(({ claim }) => claim))
      } finally {
        for (const name of Object.keys(lies)) Reflect.deleteProperty(Object.prototype, name)
      }
    })

    it.each(fixture.actions)('carries out $kind without changing it or keeping anything', async (action) => {
      const { host, held, advance } = fakeHost({ globals: { ...fixture.globals } })
      const { signal, count } = fakeSignal()
      const handed = freeze(structuredClone(action))
      const raw = invoke(channel, handed, host, signal)
      await advance(3000)
      expectClaim(channel.interpret(await raw))
      expect(handed).toEqual(action)
      expect([held(), count()]).toEqual([{ timers: 0, listeners: 0, locks: 0 }, 0])
    })

    it('is carried out by an action of its own kind', () => {
      expect(fixture.actions.map((action) => action.kind)).toEqual(fixture.actions.map(() => kind))
      expect(fixture.actions.length).toBeGreaterThan(0)
    })

    it('leaves with the page only where it says so', async () => {
      const [action = {}] = fixture.actions
      const { host, departures, advance } = fakeHost({ globals: { ...fixture.globals } })
      const raw = invoke(channel, action, host)
      await advance(3000)
      expect(['left', 'detoured'].includes(channel.interpret(await raw).is)).toBe(channel.leaves)
      expect(departures.length > 0).toBe(channel.leaves && !fixture.globals)
    })

    it('reads a long text for symptoms without stalling', () => {
      const texts = [' ', 'a', ':', '参数', 'param', 'url', 'resultCode'].map((part) => part.repeat(4096))
      const startMs = performance.now()
      for (const { sign } of channel.symptoms) for (const text of texts) sign.test(text)
      expect(performance.now() - startMs).toBeLessThan(200)
    })

    it('has symptoms that forget the text before', () => {
      expect(channel.symptoms.filter(({ sign }) => sign.global || sign.sticky)).toEqual([])
    })
  },
)
