/** A page in a browser, as far as isopay looks at one, with a bridge and a merchant's server; time passes when a test says so. */
import { fakeClock } from '../../src/testing/clock.ts'

export const amount = { value: 990, currency: 'CNY' }

type Fields = Readonly<Record<string, unknown>>

/** What outlives a page. */
export interface Device {
  readonly kept: Map<string, string>
  url: string
}

export interface Visit {
  readonly userAgent: string
  /** What the server wants done. */
  readonly action: Fields
  /** What the bridge says at once, where there is one. */
  readonly tail?: string
}

/** Knows the payment, and answers whoever asks as the contract says; `forge` is what a liar on the way adds. */
const makeMerchant = ({ action }: Visit) => {
  const merchant = { status: 'pending', asked: [] as string[], forge: {} as Fields }
  const fetch = async (request: Request): Promise<Response> => {
    merchant.asked.push(request.url)
    const { payment, order, nonce } = (await request.json()) as Fields
    const open = request.url.endsWith('/prepare') && merchant.status === 'pending'
    const word = open ? { expiresInSeconds: 300, action } : { status: merchant.status }
    return Response.json({ payment, order, ...(nonce !== undefined && { nonce }), amount, ...word, ...merchant.forge })
  }
  return { merchant, fetch }
}

const makeTimers = ({ after }: ReturnType<typeof fakeClock>) => {
  const forgets: (() => void)[] = []
  return {
    setTimeout: (work: () => void, delayMs = 0) => forgets.push(after(delayMs, work)),
    clearTimeout: (place: number) => forgets[place - 1]?.(),
  }
}

const makeStorage = ({ kept }: Device) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
})

const makeWindow = (device: Device, userAgent: string) => {
  const left: string[] = []
  const target = new EventTarget()
  const addEventListener = target.addEventListener.bind(target)
  const removeEventListener = target.removeEventListener.bind(target)
  const location = {
    get href() {
      return device.url
    },
    assign: (url: string) => void left.push(url),
  }
  const replaceState = (_state: unknown, _title: string, url: string) => {
    device.url = url
  }
  const globals = {
    addEventListener,
    removeEventListener,
    document: { visibilityState: 'visible', addEventListener, removeEventListener },
    location,
    history: { state: null, replaceState },
    navigator: { userAgent, maxTouchPoints: 0 },
    localStorage: makeStorage(device),
  }
  return { left, globals }
}

/** What a browser has besides the language. */
const platform = {
  ...{ AbortController, AbortSignal, FormData, Headers, Request, Response },
  ...{ TextDecoder, TextEncoder, URL, URLSearchParams, crypto },
}

export const openPage = (device: Device, visit: Visit) => {
  const clock = fakeClock()
  const { merchant, fetch } = makeMerchant(visit)
  const { left, globals } = makeWindow(device, visit.userAgent)
  const bridge = { invoked: 0 }
  const invoke = (_name: string, _params: unknown, answer: (raw: unknown) => void) => {
    bridge.invoked += 1
    answer({ err_msg: `get_brand_wcpay_request:${visit.tail}` })
  }
  return {
    left,
    merchant,
    bridge,
    advance: clock.advance,
    globals: {
      ...platform,
      ...globals,
      ...makeTimers(clock),
      performance: { now: clock.monotonicMs },
      fetch,
      ...(visit.tail && { WeixinJSBridge: { invoke } }),
    },
  }
}

export type Page = ReturnType<typeof openPage>
