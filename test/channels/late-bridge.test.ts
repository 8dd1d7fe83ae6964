/** A wallet that is no object in the page yet when the payer taps: it comes late, never, or is a stub. */
import { describe, expect, it } from 'vitest'
import { BRIDGE_MISSING } from '../../src/core/raw.ts'
import { cases, expectNothingHeld, nest, simulate, starter } from './simulated-bridge.ts'

describe.each(cases)('$action', ({ channel, bridge, action, args }) => {
  const start = starter(channel, action)

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
})
