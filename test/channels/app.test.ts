/** A merchant's own app: which way to the wallet is taken, and with what. */
import { describe, expect, it } from 'vitest'
import { appBridge } from '../../src/channels/app-bridge.ts'
import type { AppBridge } from '../../src/core/ports.ts'
import { BRIDGE_MISSING } from '../../src/core/raw.ts'
import { fakeHost, fakeSignal } from '../../src/testing/fake.ts'

type Callback = (raw?: unknown) => void

const wechat = { partnerId: '1900000109', prepayid: 'wx24', nonceStr: 'n', timeStamp: '1764000000', sign: 's' }
const spelled = { partnerid: '1900000109', prepayid: 'wx24', noncestr: 'n', timestamp: '1764000000', sign: 's' }
const alipay = 'app_id=1&sign=x'

const pay = (globals: Record<string, unknown>, wallet: string, bridge?: AppBridge) => {
  const fake = fakeHost({ globals })
  const signal = fakeSignal()
  const action = { kind: 'app.bridge', wallet, params: wallet === 'alipay' ? alipay : wechat }
  const raw = appBridge.invoke(action as never, { ...fake.host, bridge }, signal.signal)
  return { fake, signal, raw, claim: raw.then(appBridge.interpret) }
}

describe('a bridge that was handed in', () => {
  it('gets the wallet and the params as the server sent them, before any that is found', async () => {
    const seen: unknown[] = []
    const invoke: AppBridge['invoke'] = (wallet, params) => {
      seen.push(wallet, params)
      return { errCode: -2 }
    }
    const { claim } = pay({ Wechat: { sendPaymentRequest: () => seen.push('found') } }, 'wechat', { invoke })
    expect([await claim, seen]).toEqual([{ is: 'cancelled' }, ['wechat', wechat]])
  })

  it('hears by its signal that the payment has ended', () => {
    let ended: unknown
    const { signal } = pay({}, 'alipay', { invoke: (_, __, given) => (ended = given) })
    signal.abort()
    expect(ended).toMatchObject({ aborted: true })
  })
})

describe('a shell that was found', () => {
  const calls: unknown[][] = []
  const note =
    (answer: unknown, at: number) =>
    (...args: unknown[]) => {
      calls.push(args.filter((arg) => typeof arg !== 'function'))
      ;(args[at] as Callback)(answer)
    }
  const channels = [{ id: 'alipay' }, { id: 'wxpay' }]
  const payment = {
    getChannels: (found: (list: object[]) => void) => found(channels),
    request: note({ code: -100 }, 3),
  }
  const uni = {
    requestPayment: ({ success, fail, complete, ...given }: Record<string, Callback>) => {
      calls.push([given])
      success?.({ errCode: 0 })
    },
  }

  it.each([
    ['5+', { plus: { payment } }, 'wechat', [{ id: 'wxpay' }, spelled], 'cancelled'],
    ['5+', { plus: { payment } }, 'alipay', [{ id: 'alipay' }, alipay], 'cancelled'],
    ['Cordova', { Wechat: { sendPaymentRequest: note('用户点击取消并返回', 2) } }, 'wechat', [spelled], 'cancelled'],
    [
      'Cordova',
      { cordova: { plugins: { alipay: { payment: note({ resultStatus: '8000' }, 1) } } } },
      'alipay',
      [alipay],
      'unknown',
    ],
    [
      'WebViewJavascriptBridge',
      { WebViewJavascriptBridge: { callHandler: note({ status: 'ok' }, 2) } },
      'alipay',
      ['isopay', { wallet: 'alipay', params: alipay }],
      'claimed',
    ],
    ['uni-app', { uni }, 'wechat', [{ provider: 'wxpay', orderInfo: spelled }], 'claimed'],
    ['uni-app', { uni }, 'alipay', [{ provider: 'alipay', orderInfo: alipay }], 'claimed'],
  ] as const)('is called as %s wants it', async (_name, globals, wallet, args, is) => {
    calls.length = 0
    expect(await pay(globals, wallet).claim).toEqual({ is })
    expect(calls).toEqual([args])
  })

  it('is left where it is the plugin of another wallet', async () => {
    const { raw } = pay({ Wechat: { sendPaymentRequest: () => {} } }, 'alipay')
    expect(await raw).toBe(BRIDGE_MISSING)
  })

  it('has failed where 5+ was built without the wallet', async () => {
    const { claim } = pay(
      { plus: { payment: { getChannels: (found: (list: object[]) => void) => found([]) } } },
      'alipay',
    )
    expect(await claim).toEqual({ is: 'failed', reason: 'failed' })
  })
})

describe('the message protocol', () => {
  const posts: string[] = []
  const shell = {
    postMessage: (text: string) => {
      posts.push(text)
    },
  }

  it.each([
    ['iOS', { webkit: { messageHandlers: { isopay: shell } } }],
    ['Android and React Native', { isopay: shell }],
  ])('is text with an id on %s, and is answered by an event with that id', async (_name, globals) => {
    posts.length = 0
    const { fake, signal, claim } = pay(globals, 'wechat')
    const { id, ...sent } = JSON.parse(posts[0] ?? '{}') as Record<string, unknown>
    expect(sent).toEqual({ wallet: 'wechat', params: spelled })
    fake.fire('isopay', { id: 'another', status: 'failed' })
    fake.fire('isopay', { id, status: 'cancelled' })
    expect(await claim).toEqual({ is: 'cancelled' })
    expect([fake.held().listeners, posts.length, signal.signal.aborted]).toEqual([0, 1, false])
  })

  it('holds its ear until the payment ends, where the app is silent', () => {
    const { fake, signal } = pay({ isopay: shell }, 'wechat')
    expect(fake.held().listeners).toBe(1)
    signal.abort()
    expect(fake.held().listeners).toBe(0)
  })
})
