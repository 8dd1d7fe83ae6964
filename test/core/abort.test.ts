import { expect, it, vi } from 'vitest'
import { makeAbort } from '../../src/core/abort.ts'

it('tells each listener once that it is over', () => {
  const { signal, abort } = makeAbort()
  const [one, other] = [vi.fn(), vi.fn()]
  signal.onAbort(one)
  signal.onAbort(other)
  expect([signal.aborted, one.mock.calls.length]).toEqual([false, 0])
  abort()
  abort()
  expect([signal.aborted, one.mock.calls.length, other.mock.calls.length]).toEqual([true, 1, 1])
})

it('tells a listener that comes late at once', () => {
  const { signal, abort } = makeAbort()
  abort()
  const late = vi.fn()
  signal.onAbort(late)
  expect(late).toHaveBeenCalledTimes(1)
  abort()
  expect(late).toHaveBeenCalledTimes(1)
})

it('tells nobody who has turned away, and everybody else', () => {
  const { signal, abort } = makeAbort()
  const [gone, here] = [vi.fn(), vi.fn()]
  const forget = signal.onAbort(gone)
  signal.onAbort(here)
  forget()
  abort()
  expect([gone.mock.calls.length, here.mock.calls.length]).toEqual([0, 1])
})

it('is over before the first is told, so that nothing starts anew', () => {
  const { signal, abort } = makeAbort()
  const calls: boolean[] = []
  signal.onAbort(() => {
    calls.push(signal.aborted)
    abort()
  })
  abort()
  expect(calls).toEqual([true])
})
