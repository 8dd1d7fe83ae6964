/** What every channel must keep, whatever its wallet: for a channel of this package, or one that somebody adds. */
import type { Channel } from '../core/ports.ts'
import { BRIDGE_MISSING } from '../core/raw.ts'
import type { Claim } from '../core/words.ts'
import { fakeHost } from './fake.ts'
import { hostile } from './hostile.ts'
import { fakeSignal } from './listeners.ts'

/** One answer that a wallet was seen to give, and what it means. */
export interface ChannelRow {
  /** As it came. */
  readonly raw: unknown
  /** What the channel must make of it. */
  readonly claim: Claim['is']
}

/** What a channel is held against. */
export interface ChannelFixture {
  /** Actions as a server answers them, each of the channel's kind. */
  readonly actions: readonly (Readonly<Record<string, unknown>> & { readonly kind: string })[]
  /** Every answer that is known. */
  readonly rows: readonly ChannelRow[]
  /** What must be in the global scope for the actions to be carried out, where it is no bridge that answers. */
  readonly globals?: Readonly<Record<string, unknown>>
}

/** One thing that must hold; `check` throws a plain error where it does not. */
export interface ChannelLaw {
  readonly name: string
  readonly check: () => void | Promise<void>
}

const must = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Error(otherwise)
}

const plain: readonly string[] = ['claimed', 'cancelled', 'unknown', 'failed', 'left', 'detoured']
const absent: readonly string[] = ['bridge_missing', 'url_refused', 'unsupported_here']

/** A claim has the fields of its kind. */
const mustBeClaim = (claim: Claim): void => {
  if (claim.is === 'shown') must(typeof claim.content === 'string', 'shown without content')
  else if (claim.is === 'absent') must(absent.includes(claim.reason), `absent for ${claim.reason}`)
  else must(plain.includes(claim.is), `no claim is called ${claim.is}`)
}

const mustFit = ({ raw }: ChannelRow, claim: Claim): void => {
  const expected = raw === BRIDGE_MISSING ? 'bridge_missing' : 'url_refused'
  if (claim.is === 'failed')
    must(/^.{1,128}$/.test(claim.reason ?? ''), 'failed without a reason of at most 128 characters')
  if (claim.is === 'shown') must(claim.content === raw, 'shown with another content')
  if (claim.is === 'absent') must(claim.reason === expected, `absent for ${claim.reason}, not for ${expected}`)
}

const freeze = <T extends object>(thing: T): T => {
  for (const value of Object.values(thing)) if (typeof value === 'object' && value !== null) freeze(value)
  return Object.freeze(thing)
}

/** Longer than a bridge is waited for. */
const longMs = 3000

const carryOut = async (channel: Channel, action: object, { globals }: ChannelFixture) => {
  const fake = fakeHost({ globals: { ...globals } })
  const { signal, count } = fakeSignal()
  const raw = channel.invoke(action as never, fake.host, signal)
  await fake.advance(longMs)
  return { claim: channel.interpret(await raw), departures: fake.departures, held: { ...fake.held(), aborts: count() } }
}

const lies = { err_msg: 'x:ok', errMsg: 'x:ok', resultCode: '9000', content: 'x' }

const underLies = (work: () => void): void => {
  Object.assign(Object.prototype, lies)
  try {
    work()
  } finally {
    for (const name of Object.keys(lies)) Reflect.deleteProperty(Object.prototype, name)
  }
}

const answered = (channel: Channel, rows: readonly ChannelRow[]): readonly ChannelLaw[] =>
  rows.map((row) => ({
    name: `takes ${JSON.stringify(row.raw)} for ${row.claim}`,
    check: () => {
      const claim = channel.interpret(row.raw)
      must(claim.is === row.claim, `it was taken for ${claim.is}`)
      mustFit(row, claim)
    },
  }))

const notFooled = ({ interpret }: Channel, rows: readonly ChannelRow[]): readonly ChannelLaw[] => [
  ...hostile.map(([name, answer]) => ({
    name: `takes ${name} for unknown`,
    check: () => must(interpret(answer).is === 'unknown', `it was taken for ${interpret(answer).is}`),
  })),
  {
    name: 'believes no polluted prototype',
    check: () =>
      underLies(() => {
        must(interpret({}).is === 'unknown', 'an empty answer was believed')
        for (const { raw, claim } of rows) must(interpret(raw).is === claim, `${claim} became ${interpret(raw).is}`)
      }),
  },
]

const carriedOut = (channel: Channel, fixture: ChannelFixture): readonly ChannelLaw[] => [
  {
    name: 'is carried out by an action of its own kind',
    check: () => {
      must(fixture.actions.length > 0, 'there is no action')
      for (const { kind } of fixture.actions) must(kind === channel.kind, `an action is of kind ${kind}`)
    },
  },
  ...fixture.actions.map((action) => ({
    name: `carries out ${action.kind} without changing it or keeping anything`,
    check: async () => {
      const before = JSON.stringify(action)
      const { claim, held } = await carryOut(channel, freeze(structuredClone(action)), fixture)
      mustBeClaim(claim)
      must(JSON.stringify(action) === before, 'the action was changed')
      must(
        Object.values(held).every((count) => count === 0),
        `it still holds ${JSON.stringify(held)}`,
      )
    },
  })),
  {
    name: 'leaves with the page only where it says so',
    check: async () => {
      const { claim, departures } = await carryOut(channel, fixture.actions[0] ?? {}, fixture)
      must(
        ['left', 'detoured'].includes(claim.is) === channel.leaves,
        `it says leaves: ${channel.leaves}, and ${claim.is}`,
      )
      must(departures.length > 0 === (channel.leaves && !fixture.globals), 'it left though it says that it does not')
    },
  },
]

/** All that this channel must keep, one by one. */
export const channelLaws = (channel: Channel, fixture: ChannelFixture): readonly ChannelLaw[] => [
  ...answered(channel, fixture.rows),
  ...notFooled(channel, fixture.rows),
  ...carriedOut(channel, fixture),
]

/** Holds a channel against all of it, in any test runner. Rejects with a plain error that names the law that was broken. */
export const testChannel = async (channel: Channel, fixture: ChannelFixture): Promise<void> => {
  for (const { name, check } of channelLaws(channel, fixture))
    try {
      await check()
    } catch (error) {
      throw new Error(`${channel.kind} ${name}: ${error instanceof Error ? error.message : error}`)
    }
}
