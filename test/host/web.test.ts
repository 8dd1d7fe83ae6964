// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeWebHost } from '../../src/host/web.ts'

const make = () => makeWebHost({ hosts: ['cashier.example'], endpoint: 'https://shop.example/pay' })
const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('storage', () => {
  it('keeps, gives back and erases', () => {
    const { store } = make()
    expect([store.read('a'), store.write('a', 'text'), store.read('a')]).toEqual([null, true, 'text'])
    store.erase('a')
    expect(store.read('a')).toBeNull()
  })

  it('says so where nothing can be kept: full, or forbidden', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError')
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    const { store } = make()
    expect([store.write('a', 'text'), store.read('a')]).toEqual([false, null])
    expect(() => store.erase('a')).not.toThrow()
  })
})

describe('the lock, by a lease where there are no Web Locks', () => {
  it('has one holder, and is free again after', async () => {
    const [one, two] = [make(), make()]
    const release = await one.lock('order')
    expect(release).not.toBeNull()
    expect(await two.lock('order')).toBeNull()
    release?.()
    expect(await two.lock('order')).not.toBeNull()
  })

  it('goes to one of two that take it at the same moment', async () => {
    const taken = await Promise.all([make().lock('order'), make().lock('order')])
    expect(taken.filter((release) => release !== null)).toHaveLength(1)
  })

  it('is dropped when the page goes', async () => {
    await make().lock('order')
    dispatchEvent(new Event('pagehide'))
    expect(localStorage.length).toBe(0)
  })

  it('outlives a dead tab by a minute and a half at most', async () => {
    localStorage.setItem('order/lease', `dead ${Date.now() - 1}`)
    expect(await make().lock('order')).not.toBeNull()
  })
})

describe('the lock, by Web Locks', () => {
  it('asks for it without waiting, holds it until it is released, and knows a refusal', async () => {
    const held = new Set<string>()
    const request = async (name: string, options: object, hold: (lock: object | null) => unknown) => {
      expect(options).toEqual({ ifAvailable: true })
      if (held.has(name)) return hold(null)
      held.add(name)
      await hold({ name })
      held.delete(name)
    }
    vi.stubGlobal('navigator', { locks: { request } })
    const host = make()
    const release = await host.lock('order')
    expect(await host.lock('order')).toBeNull()
    release?.()
    await turn()
    expect(held.size).toBe(0)
  })
})

it('takes the lock by a lease where Web Locks are there and forbidden, as in a sandboxed frame', async () => {
  vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) } })
  expect(await make().lock('order')).not.toBeNull()
})

describe('waking', () => {
  it.each(['pageshow', 'focus', 'online'])('hears %s', (event) => {
    const heard = vi.fn()
    const forget = make().page.onWake(heard)
    dispatchEvent(new Event(event))
    forget()
    dispatchEvent(new Event(event))
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('hears the page become visible, and hidden', () => {
    const [woken, hidden] = [vi.fn(), vi.fn()]
    const { page } = make()
    const forgets = [page.onWake(woken), page.onHide(hidden)]
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect([page.hidden(), woken.mock.calls.length, hidden.mock.calls.length]).toEqual([true, 0, 1])
    visibility.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    expect([woken.mock.calls.length, hidden.mock.calls.length]).toEqual([1, 1])
    for (const forget of forgets) forget()
  })
})

describe('news between tabs', () => {
  it('reaches the others and the own page, until it is forgotten', async () => {
    const [one, two] = [make(), make()]
    const heard = vi.fn()
    const forget = two.hear('order', heard)
    one.announce('order')
    await turn()
    expect(heard).toHaveBeenCalledTimes(1)
    forget()
    one.announce('order')
    await turn()
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('goes through storage where there is no BroadcastChannel', () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const heard = vi.fn()
    const forget = make().hear('order', heard)
    dispatchEvent(new StorageEvent('storage', { key: 'order/news', newValue: '1' }))
    dispatchEvent(new StorageEvent('storage', { key: 'order/news', newValue: null }))
    dispatchEvent(new StorageEvent('storage', { key: 'other/news', newValue: '1' }))
    forget()
    dispatchEvent(new StorageEvent('storage', { key: 'order/news', newValue: '2' }))
    expect(heard).toHaveBeenCalledTimes(1)
    make().announce('order')
    expect(localStorage.length).toBe(0)
  })
})

describe('leaving by a form', () => {
  it('is made of the fields alone, one of which may be called submit', () => {
    const submitted = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {})
    const fields = { submit: 'yes', sign: 'a+b="<>&' }
    expect(make().page.submit('https://cashier.example/gateway.do', fields)).toBe(true)
    const form = submitted.mock.contexts[0] as HTMLFormElement
    expect([form.method, form.action]).toEqual(['post', 'https://cashier.example/gateway.do'])
    expect([...form.querySelectorAll('input')].map(({ name, value }) => [name, value])).toEqual(Object.entries(fields))
  })

  it('is refused where the host is not allowed, and nothing is put into the page', () => {
    const before = document.body.childElementCount
    expect(make().page.submit('https://evil.example/', {})).toBe(false)
    expect(document.body.childElementCount).toBe(before)
  })
})
