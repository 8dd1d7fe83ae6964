/** A mini program's runtime by its functions, and the clock, locks and news that all its checkouts share. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findRuntime, payingFunctions, runtimes } from '../../src/host/mini-runtimes.ts'
import { hostOver } from './wx.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the runtime', () => {
  const request = () => {}
  const sdkOf = (path: string) => ({
    request,
    ...(path.includes('.') ? { qy: { requestPayment: request } } : { [path]: request }),
  })
  const cases = runtimes.flatMap(({ name, pays }) => pays.map((path) => [name, path] as const))

  it.each(cases)('is %s where %s is there, although it aliases wx', (name, path) => {
    vi.stubGlobal('wx', sdkOf('requestPayment'))
    if (name === 'uni') vi.unstubAllGlobals()
    vi.stubGlobal(name, sdkOf(path))
    expect(findRuntime()?.name).toBe(name)
    expect(payingFunctions()).toContain(`${name}.${path}`)
  })

  it('is none of them in a page, where a script brings half of one', () => {
    vi.stubGlobal('wx', { miniProgram: {}, chooseWXPay: request })
    vi.stubGlobal('my', { tradePay: request })
    expect(findRuntime()).toBeUndefined()
  })

  it('hands out its own object, and no other global', () => {
    const sdk = {}
    const { foreign } = hostOver(sdk)
    expect([foreign('wx'), foreign('my')]).toEqual([sdk, undefined])
  })
})

it('has a clock that never goes back and goes on with the wall', () => {
  const { monotonicMs } = hostOver({})
  vi.setSystemTime(Date.now() + 1_000)
  expect(monotonicMs()).toBe(1_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  expect(monotonicMs()).toBe(1_000)
  vi.setSystemTime(Date.now() + 500)
  expect(monotonicMs()).toBe(1_500)
})

describe('locks and news', () => {
  it('are shared by all checkouts of the mini program', async () => {
    const [one, two] = [hostOver({}), hostOver({})]
    const release = await one.lock('order')
    expect(await two.lock('order')).toBeNull()
    release?.()
    const again = await two.lock('order')
    expect(again).not.toBeNull()
    again?.()
  })

  it('are heard until they are forgotten', () => {
    const heard = vi.fn()
    const forget = hostOver({}).hear('order', heard)
    hostOver({}).announce('order')
    forget()
    hostOver({}).announce('order')
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
