// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeWebHost } from '../../src/host/web.ts'

const make = () => makeWebHost({ hosts: [], endpoint: 'https://shop.example/pay' })
const press = () => dispatchEvent(new Event('pointerdown'))

/** Locks of one browser: each request is answered 20 ms later, as by another process. */
const browserLocks = () => {
  const held = new Set<string>()
  const asked: string[] = []
  const request = async (name: string, _: object, hold: (lock: object | null) => unknown) => {
    asked.push(name)
    await new Promise((answered) => setTimeout(answered, 20))
    if (held.has(name)) return hold(null)
    held.add(name)
    await hold({ name })
    held.delete(name)
  }
  return { held, asked, request }
}
let locks = browserLocks()
let forget = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  locks = browserLocks()
  vi.stubGlobal('navigator', { locks })
})
afterEach(async () => {
  forget()
  await vi.advanceTimersByTimeAsync(2_000)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const foresee = (name: string) => {
  forget = make().foresee?.(name) ?? forget
}

it('has the lock at once in a tap that a press went before', async () => {
  foresee('order')
  press()
  await vi.advanceTimersByTimeAsync(80)
  const release = await make().lock('order') // no timer runs meanwhile: it hangs where the browser is asked
  expect([typeof release, locks.asked]).toEqual(['function', ['order']])
  release?.()
})

it('takes it once, however many checkouts of the page foresee it and however often a key repeats', async () => {
  foresee('order')
  foresee('order')
  for (let times = 0; times < 3; times += 1) dispatchEvent(new Event('keydown'))
  await vi.advanceTimersByTimeAsync(80)
  expect(locks.asked).toEqual(['order'])
})

it('gives it back where no tap follows within a second', async () => {
  foresee('order')
  press()
  await vi.advanceTimersByTimeAsync(900)
  expect([...locks.held]).toEqual(['order'])
  await vi.advanceTimersByTimeAsync(200)
  expect([...locks.held]).toEqual([])
})

it('keeps what a tap has taken', async () => {
  foresee('order')
  press()
  await vi.advanceTimersByTimeAsync(80)
  const release = await make().lock('order')
  await vi.advanceTimersByTimeAsync(5_000)
  expect([...locks.held]).toEqual(['order'])
  release?.()
  await vi.advanceTimersByTimeAsync(0)
  expect([...locks.held]).toEqual([])
})

it('asks again where another tab had it at the press', async () => {
  foresee('order')
  locks.held.add('order')
  press()
  await vi.advanceTimersByTimeAsync(80)
  locks.held.clear()
  const asked = make().lock('order')
  await vi.advanceTimersByTimeAsync(80)
  const release = await asked
  expect([typeof release, locks.asked.length]).toEqual(['function', 2])
  release?.()
})

it('takes nothing for an order that is forgotten', async () => {
  foresee('order')
  forget()
  press()
  await vi.advanceTimersByTimeAsync(80)
  expect(locks.asked).toEqual([])
})

it('counts for nothing once the page was gone: the browser dropped it', async () => {
  foresee('order')
  press()
  await vi.advanceTimersByTimeAsync(80)
  dispatchEvent(new Event('pagehide'))
  const asked = make().lock('order')
  await vi.advanceTimersByTimeAsync(80)
  const release = await asked
  expect(locks.asked.length).toBe(2)
  release?.()
})

describe('while a tap waits for its answer', () => {
  it('is taken meanwhile, and is there at once', async () => {
    make().reserve?.('order')
    await vi.advanceTimersByTimeAsync(80)
    const release = await make().lock('order') // no timer runs meanwhile
    expect([typeof release, locks.asked]).toEqual(['function', ['order']])
    release?.()
  })

  it('is given back where the payment ends before', async () => {
    const giveBack = make().reserve?.('order')
    await vi.advanceTimersByTimeAsync(80)
    giveBack?.()
    await vi.advanceTimersByTimeAsync(0)
    expect([[...locks.held], vi.getTimerCount()]).toEqual([[], 0])
  })

  it('stays with who has asked for it, when the payment ends', async () => {
    const giveBack = make().reserve?.('order')
    await vi.advanceTimersByTimeAsync(80)
    const release = await make().lock('order')
    giveBack?.()
    await vi.advanceTimersByTimeAsync(2_000)
    expect([...locks.held]).toEqual(['order'])
    release?.()
  })

  it('is not believed to be held by a page that was gone and came back', async () => {
    make().reserve?.('order')
    await vi.advanceTimersByTimeAsync(80)
    dispatchEvent(new Event('pagehide'))
    await vi.advanceTimersByTimeAsync(0)
    locks.held.add('order') // another tab's by now
    await vi.advanceTimersByTimeAsync(80)
    const asked = make().lock('order')
    await vi.advanceTimersByTimeAsync(80)
    expect(await asked).toBeNull()
  })

  it('is given back by a page that goes before the browser has answered', async () => {
    make().reserve?.('order')
    dispatchEvent(new Event('pagehide'))
    await vi.advanceTimersByTimeAsync(80)
    expect([...locks.held]).toEqual([])
  })
})
