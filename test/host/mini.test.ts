/** The hands of a mini program, by the functions of its runtime. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeAbort } from '../../src/core/abort.ts'
import { makeMiniHost } from '../../src/host/mini.ts'
import { findRuntime, payingFunctions, runtimes } from '../../src/host/mini-runtimes.ts'

type Fields = Record<string, unknown>
type Options = Fields & { success: (answer: unknown) => void; fail: (answer: unknown) => void }

const make = (sdk: object, boxed?: true) => makeMiniHost({ name: 'wx', sdk: () => sdk, ...(boxed && { boxed }) })

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a request', () => {
  const abort = vi.fn()
  const ask = (behave: (options: Options) => void) => {
    const sent: Options[] = []
    const request = (options: Options) => {
      sent.push(options)
      behave(options)
      return { abort }
    }
    const ended = makeAbort()
    const headers = { 'x-shop': '1' }
    const asked = { body: { a: 1 }, headers, credentials: 'omit', timeoutMs: 50, signal: ended.signal } as const
    return { sent, ended, reply: make({ request }).post('https://shop.example/pay/status', asked) }
  }
  const answer = (fields: Fields) => ask(({ success }) => success(fields)).reply

  it('is a POST of JSON, with the headers under both names', () => {
    const headers = { 'content-type': 'application/json', 'x-shop': '1' }
    const { sent } = ask(() => {})
    const plain = { method: 'POST', data: '{"a":1}', timeout: 50, redirect: 'manual' }
    expect(sent).toMatchObject([{ url: 'https://shop.example/pay/status', ...plain, header: headers, headers }])
  })

  it('reads an answer by the names of WeChat and by those of Alipay', async () => {
    const body = { b: 2 }
    const reply = { status: 409, body, retryAfter: '5' }
    expect(await answer({ statusCode: 409, data: body, header: { 'Retry-After': '5' } })).toEqual(reply)
    expect(await answer({ status: 409, data: body, headers: { 'retry-after': 5 } })).toEqual(reply)
  })

  it('reads a body that came as text, and none where the text is no JSON', async () => {
    expect(await answer({ statusCode: 200, data: '{"b":2}' })).toEqual({ status: 200, body: { b: 2 } })
    expect(await answer({ statusCode: 502, data: '<html>' })).toEqual({ status: 502, body: undefined })
  })

  it('has no body where the runtime parsed one that is deeper or longer than an answer is', async () => {
    const deep = JSON.parse('['.repeat(33) + ']'.repeat(33))
    for (const data of [deep, { text: 'x'.repeat(262_144) }])
      expect(await answer({ statusCode: 200, data })).toEqual({ status: 200, body: undefined })
  })

  it('takes an answer for one also where it comes as a failure', async () => {
    const { reply } = ask(({ fail }) => fail({ error: 19, status: 500, data: '' }))
    expect(await reply).toEqual({ status: 500, body: undefined })
  })

  it.each([
    [{ errMsg: 'request:fail timeout' }, 'request:fail timeout'],
    [{ error: 19, errorMessage: 'http status error' }, 'http status error'],
    [undefined, 'undefined'],
  ])('has no answer where the runtime says %j', async (said, message) => {
    await expect(ask(({ fail }) => fail(said)).reply).rejects.toThrow(message)
  })

  it('ends by its timeout and by its signal, and ends the runtime’s own', async () => {
    const late = expect(ask(() => {}).reply).rejects.toThrow('No answer within 50 ms')
    await vi.advanceTimersByTimeAsync(50)
    await late
    const { ended, reply } = ask(() => {})
    ended.abort()
    await expect(reply).rejects.toThrow('No longer asked')
    expect([abort.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0])
  })
})

describe('what is kept', () => {
  const plain = (kept: Map<string, string>): object => ({
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, data: string) => void kept.set(key, data),
    removeStorageSync: (key: string) => void kept.delete(key),
  })
  const boxed = (kept: Map<string, string>): object => ({
    getStorageSync: ({ key }: { key: string }) => ({ data: kept.get(key) ?? null }),
    setStorageSync: ({ key, data }: { key: string; data: string }) => ({ success: kept.set(key, data).has(key) }),
    removeStorageSync: ({ key }: { key: string }) => ({ success: kept.delete(key) }),
  })

  it.each([
    ['by text', (kept: Map<string, string>) => make(plain(kept))],
    ['in boxes', (kept: Map<string, string>) => make(boxed(kept), true)],
  ])('is written, read and erased %s', (_name, open) => {
    const kept = new Map<string, string>()
    const { store } = open(kept)
    expect([store.read('k'), store.write('k', 'v'), store.read('k')]).toEqual([null, true, 'v'])
    store.erase('k')
    expect([store.read('k'), kept.size]).toEqual([null, 0])
  })

  const full = (): never => {
    throw new Error('full')
  }

  const broken: [string, object][] = [
    ['throws', { getStorageSync: () => ({}), setStorageSync: () => full(), removeStorageSync: () => full() }],
    ['keeps nothing', { getStorageSync: () => '', setStorageSync: () => undefined }],
    ['is missing', {}],
  ]

  it.each(broken)('is nothing where storage %s', (_name, sdk) => {
    const { store } = make(sdk)
    expect([store.write('k', 'v'), store.read('k'), store.erase('k')]).toEqual([false, null, undefined])
  })
})

describe('an id', () => {
  /** A device whose n-th answer is bytes of n, later or at once. */
  const device = (later = false) => {
    const waiting: (() => void)[] = []
    let answers = 0
    const getRandomValues = ({ success, length }: Options) => {
      answers += 1
      const randomValues = new Uint8Array(Number(length)).fill(answers).buffer
      if (later) waiting.push(() => success({ randomValues }))
      else success({ randomValues })
    }
    const answer = () => {
      for (const say of waiting.splice(0)) say()
    }
    return { newId: make({ getRandomValues }).newId, answer, answers: () => answers }
  }
  const ids = (count: number, newId: () => string) => Array.from({ length: count }, newId)

  it('is 32 hex digits, and no two are alike, before randomness has come and without it', () => {
    for (const { newId } of [make({}), device(true)]) {
      const made = ids(1000, newId)
      expect(made.filter((id) => /^[0-9a-f]{32}$/.test(id))).toHaveLength(1000)
      expect(new Set(made).size).toBe(1000)
    }
  })

  it('is the device’s own randomness once it has come, asked for ahead and each byte used once', () => {
    const chance = vi.spyOn(Math, 'random')
    const { newId, answers } = device()
    expect([answers(), newId(), answers()]).toEqual([1, '01'.repeat(16), 1])
    const made = ids(30, newId)
    expect([new Set(made).size, answers(), chance.mock.calls.length]).toEqual([3, 3, 0])
    chance.mockRestore()
  })

  it('is made under real randomness where more is asked for and does not come', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { newId, answer, answers } = device(true)
    expect(newId()).toMatch(/^[0-9a-f]{16}0{16}$/)
    answer()
    ids(15, newId)
    expect([newId(), answers()]).toEqual(['01'.repeat(16), 2])
    answer()
    expect(newId()).toBe('02'.repeat(16))
    vi.restoreAllMocks()
  })

  const bytes = (length: number) => new Uint8Array(length)

  it.each([
    undefined,
    null,
    {},
    { randomValues: 'x' },
    { randomValues: 256 },
    { randomValues: bytes(4).buffer },
    { randomValues: bytes(256) },
    { randomValues: { byteLength: 256 } },
  ])('is made in spite of %j', (said) => {
    const { newId } = make({ getRandomValues: ({ success }: Options) => success(said) })
    expect(new Set(ids(20, newId).filter((id) => /^[0-9a-f]{32}$/.test(id))).size).toBe(20)
  })
})

describe('the payer', () => {
  const events = () => {
    const table = new Map<string, Set<(news?: unknown) => void>>()
    const add = (event: string) => (hear: () => void) =>
      void table.set(event, (table.get(event) ?? new Set()).add(hear))
    const drop = (event: string) => (hear: () => void) => void table.get(event)?.delete(hear)
    const names = ['AppShow', 'AppHide', 'NetworkStatusChange']
    const pairs = names.flatMap((name): [string, unknown][] => [
      [`on${name}`, add(name)],
      [`off${name}`, drop(name)],
    ])
    const fire = (event: string, news?: unknown) => {
      for (const hear of table.get(event) ?? []) hear(news)
    }
    const held = () => [...table.values()].reduce((sum, ears) => sum + ears.size, 0)
    return { sdk: Object.fromEntries(pairs), fire, held }
  }

  it('is heard to go and to come back, and not after that', () => {
    const { sdk, fire, held } = events()
    const { page } = make(sdk)
    const [woken, hidden] = [vi.fn(), vi.fn()]
    const forgets = [page.onWake(woken), page.onHide(hidden)]
    fire('AppHide')
    expect([page.hidden(), hidden.mock.calls.length, woken.mock.calls.length]).toEqual([true, 1, 0])
    fire('AppShow')
    expect([page.hidden(), woken.mock.calls.length]).toEqual([false, 1])
    for (const forget of forgets) forget()
    expect(held()).toBe(0)
  })

  it('is woken where the network is back, and not where it goes', () => {
    const { sdk, fire } = events()
    const woken = vi.fn()
    make(sdk).page.onWake(woken)
    fire('NetworkStatusChange', { isConnected: false })
    fire('NetworkStatusChange', { isConnected: true })
    expect(woken).toHaveBeenCalledTimes(1)
  })

  it('is in front when a payment begins, although nobody heard of the way back', () => {
    const { sdk, fire } = events()
    const { page } = make(sdk)
    const forgets = [page.onWake(() => {}), page.onHide(() => {})]
    fire('AppHide')
    for (const forget of forgets) forget()
    page.onWake(() => {})
    expect(page.hidden()).toBe(false)
  })

  it('is taken to stay where the runtime has no such events', () => {
    const { page } = make({})
    page.onWake(() => {})()
    page.onHide(() => {})()
    expect([
      page.hidden(),
      page.url(),
      page.leave('https://a.example/'),
      page.submit('https://a.example/', {}),
    ]).toEqual([false, '', false, false])
  })
})

it('has a clock that never goes back and goes on with the wall', () => {
  const { monotonicMs } = make({})
  vi.setSystemTime(Date.now() + 1_000)
  expect(monotonicMs()).toBe(1_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  expect(monotonicMs()).toBe(1_000)
  vi.setSystemTime(Date.now() + 500)
  expect(monotonicMs()).toBe(1_500)
})

describe('locks and news', () => {
  it('are shared by all checkouts of the mini program', async () => {
    const [one, two] = [make({}), make({})]
    const release = await one.lock('order')
    expect(await two.lock('order')).toBeNull()
    release?.()
    const again = await two.lock('order')
    expect(again).not.toBeNull()
    again?.()
  })

  it('are heard until they are forgotten', () => {
    const heard = vi.fn()
    const forget = make({}).hear('order', heard)
    make({}).announce('order')
    forget()
    make({}).announce('order')
    expect(heard).toHaveBeenCalledTimes(1)
  })
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
    const { foreign } = make(sdk)
    expect([foreign('wx'), foreign('my')]).toEqual([sdk, undefined])
  })
})
