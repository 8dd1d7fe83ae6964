/** Reaching a wallet that is an object in the page: at once, late, never, and when it lies. */
import { describe, expect, it } from 'vitest'
import type { Channel, Host, Signal } from '../../src/core/ports.ts'
import { BRIDGE_MISSING } from '../../src/core/raw.ts'
import { type FakeHost, fakeHost, fakeSignal } from '../../src/testing/fake.ts'
import type { BridgeFixture } from './fixture.ts'
import { findChannels, findFixtures } from './found.ts'

type Callback = (answer: unknown) => void
type Behaviour = (callback: Callback, args: unknown[]) => void

const fixtures = await findFixtures()
/** One case for each action of each channel that needs a bridge. */
const cases = (await findChannels()).flatMap((channel) => {
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
const nest = (path: string, object: unknown): Record<string, unknown> => {
  const names = path.split('.')
  const nested = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), object)
  return nested as Record<string, unknown>
}

/** A bridge that notes each call and then behaves. `this` is checked: WeChat's bridge loses its state when detached. */
const simulate = ({ method, make, style = 'last' }: BridgeFixture, behaviour: Behaviour) => {
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

const namesIn = (given: unknown): unknown => (typeof given === 'object' ? Object.keys(given as object) : given)

const invoke = (channel: Channel, action: object, host: Host, signal: Signal) =>
  channel.invoke(action as never, host, signal)

describe.each(cases)('$action', ({ channel, bridge, action, args }) => {
  const start = (globals: Record<string, unknown> = {}) => {
    const fake = fakeHost({ globals })
    const signal = fakeSignal()
    const raw = invoke(channel, action, fake.host, signal.signal)
    return { fake, signal, raw }
  }

  const expectNothingHeld = (fake: FakeHost, signal: ReturnType<typeof fakeSignal>) =>
    expect([fake.held(), signal.count()]).toEqual([{ timers: 0, listeners: 0, locks: 0 }, 0])

  it('reaches a bridge that is there within the tap, with exactly the wallet’s fields', () => {
    const { object, calls } = simulate(bridge, () => {})
    const { fake, signal } = start(nest(bridge.global, object))
    expect(calls).toEqual([args])
    expectNothingHeld(fake, signal)
  })

  it('resolves to what the bridge answers, as it is', async () => {
    const answer = { said: 'something' }
    const { object } = simulate(bridge, (callback) => callback(answer))
    expect(await start(nest(bridge.global, object)).raw).toBe(answer)
  })

  it('hands on a new object, so that a bridge that writes into it changes nothing', () => {
    const before = structuredClone(action)
    const { object } = simulate(bridge, (_callback, given) => {
      for (const each of given) if (typeof each === 'object') Object.assign(each as object, { appId: 'stolen' })
    })
    start(nest(bridge.global, object))
    expect(action).toEqual(before)
  })

  it('hands on the same fields under a polluted prototype', () => {
    const { object, calls } = simulate(bridge, () => {})
    const lies = { tradeNO: 'lie', orderStr: 'lie', extra: 'lie' }
    Object.assign(Object.prototype, lies)
    try {
      start(nest(bridge.global, object))
      expect(calls.map((given) => given.map(namesIn))).toEqual([args.map(namesIn)])
    } finally {
      for (const name of Object.keys(lies)) Reflect.deleteProperty(Object.prototype, name)
    }
  })

  it.each(bridge.events)('reaches a late bridge on %s', async (event) => {
    const { object, calls } = simulate(bridge, (callback) => callback('late'))
    const { fake, signal, raw } = start()
    await fake.advance(2000)
    Object.assign(fake.globals, nest(bridge.global, object))
    fake.fire(event)
    expect(calls).toEqual([args])
    expect(await raw).toBe('late')
    expectNothingHeld(fake, signal)
  })

  it('calls a late bridge once, whatever fires afterwards', async () => {
    const { object, calls } = simulate(bridge, () => {})
    const { fake } = start()
    Object.assign(fake.globals, nest(bridge.global, object))
    for (const event of [...bridge.events, ...bridge.events]) fake.fire(event)
    await fake.advance(10_000)
    expect(calls.length).toBe(1)
  })

  it('looks once more after 3 s, for a bridge that came without an event', async () => {
    const { object, calls } = simulate(bridge, (callback) => callback('quiet'))
    const { fake, raw } = start()
    Object.assign(fake.globals, nest(bridge.global, object))
    await fake.advance(3000)
    expect([calls.length, await raw]).toEqual([1, 'quiet'])
  })

  it('gives a bridge that never comes up after 3 s, and not before', async () => {
    const { fake, signal, raw } = start()
    let settled = false
    raw.then(() => {
      settled = true
    })
    await fake.advance(2999)
    expect(settled).toBe(false)
    await fake.advance(1)
    expect(await raw).toBe(BRIDGE_MISSING)
    expectNothingHeld(fake, signal)
  })

  const thrower = Object.defineProperty({}, bridge.method, {
    get: () => {
      throw new Error('trap')
    },
  })

  it.each([
    ['without its function', {}],
    ['with something else in its place', { [bridge.method]: 'call' }],
    ['that is null', null],
    ['that throws when it is looked at', thrower],
  ])('takes a stub %s for no bridge', async (_name, stub) => {
    const { fake, raw } = start(nest(bridge.global, stub))
    for (const event of bridge.events) fake.fire(event)
    await fake.advance(3000)
    expect(await raw).toBe(BRIDGE_MISSING)
  })

  it('does not know what a bridge that throws has done', async () => {
    const { object } = simulate(bridge, () => {
      throw Object.assign(new Error('broken'), { err_msg: 'x:cancel', resultCode: '6001' })
    })
    const { fake, signal, raw } = start(nest(bridge.global, object))
    expect(channel.interpret(await raw)).toEqual({ is: 'unknown' })
    expectNothingHeld(fake, signal)
  })

  it('does not know what a late bridge that throws has done', async () => {
    const { object } = simulate(bridge, () => {
      throw new Error('broken')
    })
    const { fake, raw } = start()
    Object.assign(fake.globals, nest(bridge.global, object))
    for (const event of bridge.events) fake.fire(event)
    await fake.advance(3000)
    expect(channel.interpret(await raw)).toEqual({ is: 'unknown' })
  })

  it('believes the first of two answers', async () => {
    const { object } = simulate(bridge, (callback) => {
      callback('first')
      callback('second')
    })
    expect(await start(nest(bridge.global, object)).raw).toBe('first')
  })

  it('holds nothing while a bridge never answers', async () => {
    const { object } = simulate(bridge, () => {})
    const { fake, signal } = start(nest(bridge.global, object))
    await fake.advance(600_000)
    expectNothingHeld(fake, signal)
  })

  it('invokes nothing after an abort, although the bridge comes', async () => {
    const { object, calls } = simulate(bridge, () => {})
    const { fake, signal, raw } = start()
    signal.abort()
    Object.assign(fake.globals, nest(bridge.global, object))
    for (const event of bridge.events) fake.fire(event)
    await fake.advance(3000)
    expect([await raw, calls]).toEqual([BRIDGE_MISSING, []])
    expectNothingHeld(fake, signal)
  })

  it('invokes nothing where the signal had ended before', async () => {
    const { object, calls } = simulate(bridge, () => {})
    const fake = fakeHost({ globals: nest(bridge.global, object) })
    const signal = fakeSignal()
    signal.abort()
    expect(await invoke(channel, action, fake.host, signal.signal)).toBe(BRIDGE_MISSING)
    expect(calls).toEqual([])
  })
})
