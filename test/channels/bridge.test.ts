/** A wallet that is an object in the page when the payer taps: how it is called, and what is heard of it. */
import { describe, expect, it } from 'vitest'
import { BRIDGE_MISSING } from '../../src/core/raw.ts'
import { fakeHost, fakeSignal } from '../../src/testing/fake.ts'
import { cases, expectNothingHeld, invoke, nest, simulate, starter } from './simulated-bridge.ts'

const namesIn = (given: unknown): unknown => (typeof given === 'object' ? Object.keys(given as object) : given)

describe.each(cases)('$action', ({ channel, bridge, action, args }) => {
  const start = starter(channel, action)

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

  it('does not know what a bridge that throws has done', async () => {
    const { object } = simulate(bridge, () => {
      throw Object.assign(new Error('broken'), { err_msg: 'x:cancel', resultCode: '6001' })
    })
    const { fake, signal, raw } = start(nest(bridge.global, object))
    expect(channel.interpret(await raw)).toEqual({ is: 'unknown' })
    expectNothingHeld(fake, signal)
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

  it('invokes nothing where the signal had ended before', async () => {
    const { object, calls } = simulate(bridge, () => {})
    const fake = fakeHost({ globals: nest(bridge.global, object) })
    const signal = fakeSignal()
    signal.abort()
    expect(await invoke(channel, action, fake.host, signal.signal)).toBe(BRIDGE_MISSING)
    expect(calls).toEqual([])
  })
})
