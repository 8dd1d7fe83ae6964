/** A bridge that does what a test says, for each action of each channel that needs one. */
import { expect } from 'vitest'
import type { Channel, Host, Signal } from '../../src/core/ports.ts'
import { type FakeHost, fakeHost, fakeSignal } from '../../src/testing/fake.ts'
import type { BridgeFixture } from './fixture.ts'
import { findChannels, findFixtures } from './found.ts'

type Callback = (answer: unknown) => void
type Behaviour = (callback: Callback, args: unknown[]) => void

const fixtures = await findFixtures()

/** One case for each action of each channel that needs a bridge. */
export const cases = (await findChannels()).flatMap((channel) => {
  const { bridge, actions } = fixtures.get(channel.kind) ?? { actions: [] }
  if (!bridge) return []
  return actions.map((action, index) => ({ channel, bridge, action, args: bridge.args[index] ?? [] }))
})

const styles: Record<string, (args: unknown[]) => readonly [Callback, unknown[]]> = {
  last: (args) => [args.pop() as Callback, args],
  besides: ([options]) => {
    const { success, fail, complete, ...params } = options as Record<string, Callback>
    const answer: Callback = (raw) => {
      for (const each of [success, complete, fail]) each?.(raw)
    }
    return [answer, [params]]
  },
}

/** Puts an object where a dotted name says, as a script of the wallet's does. */
export const nest = (path: string, object: unknown): Record<string, unknown> => {
  const names = path.split('.')
  const nested = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), object)
  return nested as Record<string, unknown>
}

/** A bridge that notes each call and then behaves. `this` is checked: WeChat's bridge loses its state when detached. */
export const simulate = ({ method, make, style = 'last' }: BridgeFixture, behaviour: Behaviour) => {
  const calls: unknown[][] = []
  const call = (...args: unknown[]) => {
    const [callback, given] = styles[style]?.(args) ?? [() => {}, args]
    calls.push(given)
    behaviour(callback, given)
  }
  const plain: Record<string, unknown> = {
    [method](this: unknown, ...args: unknown[]) {
      if (this !== plain) throw new TypeError('detached')
      call(...args)
    },
  }
  return { object: make?.(call) ?? plain, calls }
}

export const invoke = (channel: Channel, action: object, host: Host, signal: Signal) =>
  channel.invoke(action as never, host, signal)

/** Invokes a channel's action on a page that holds these globals. */
export const starter =
  (channel: Channel, action: object) =>
  (globals: Record<string, unknown> = {}) => {
    const fake = fakeHost({ globals })
    const signal = fakeSignal()
    const raw = invoke(channel, action, fake.host, signal.signal)
    return { fake, signal, raw }
  }

export const expectNothingHeld = (fake: FakeHost, signal: ReturnType<typeof fakeSignal>) =>
  expect([fake.held(), signal.count()]).toEqual([{ timers: 0, listeners: 0, locks: 0 }, 0])
