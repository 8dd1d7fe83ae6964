/** Nothing came that could have been wrong: a check says so, and does not say "kept". */
import { expect, it } from 'vitest'
import { testMerchant } from '../../src/trial/merchant.ts'

type Json = Readonly<Record<string, unknown>>

interface Asked {
  readonly call: string
  readonly body: Json
}

/** `undefined` where the plain server answers by itself. */
type Own = (asked: Asked, count: number) => readonly [http: number, body: Json] | undefined

const amount = { value: 990, currency: 'CNY' }
const action: Json = { kind: 'qr', content: 'weixin://wxpay/bizpayurl?pr=1' }

const plain = ({ call, body: { payment, order, nonce } }: Asked): Json =>
  call === 'prepare'
    ? { payment, order, amount, action, expiresInSeconds: 900 }
    : { payment, order, amount, status: 'pending', ...(nonce === undefined ? {} : { nonce }) }

const refused = (http: number, code: string) => [http, { error: { code, message: 'No' } }] as const

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

const bodyIn = (text: string): Json => {
  try {
    const body: unknown = JSON.parse(text)
    return isObject(body) ? body : {}
  } catch {
    return {} // what a careless server makes of it
  }
}

/** Stands in for the network: no port is opened. */
const serverOf = (own: Own): typeof fetch => {
  let count = 0
  return async (url, init) => {
    const asked = { call: String(url).split('/').at(-1) ?? '', body: bodyIn(String(init?.body)) }
    const [http, body] = own(asked, ++count) ?? [200, plain(asked)]
    return Response.json(body, { status: http })
  }
}

const trial = (own: Own, only: string, more: object = {}) =>
  testMerchant('http://shop.example/pay', { orders: ['a', 'b'], only: [only], fetch: serverOf(own), ...more })

const ofSecondOrder = ({ body }: Asked) => (body.order === 'b' ? refused(404, 'order_unknown') : undefined)

const busyAfterOne = ({ call }: Asked, count: number) =>
  call === 'prepare' && count > 1 ? refused(409, 'order_busy') : undefined

const costingOne = (asked: Asked) => [200, { ...plain(asked), amount: { value: 1, currency: 'CNY' } }] as const

const withAction = (other: Json) => (asked: Asked) =>
  asked.call === 'prepare' ? ([200, { ...plain(asked), action: other }] as const) : undefined

const unheard = ({ call }: Asked) => (call === 'notify' ? refused(404, 'not_found') : undefined)

const notify = { notifyUrls: ['http://shop.example/notify'] }

it.each<[id: string, where: string, own: Own, saw: string | undefined, needs: string, more?: object]>([
  ['id-of-one-order', 'the second order is unknown', ofSecondOrder, 'HTTP 404 order_unknown', 'a second order'],
  ['status-of-another-order', 'the second order is unknown', ofSecondOrder, 'HTTP 404 order_unknown', 'a second order'],
  ['same-action', 'an action names no order', withAction({ kind: 'wechat.hop', path: 'p' }), undefined, '--accepts qr'],
  ['same-action-at-once', 'every order is busy', busyAfterOne, 'HTTP 409 order_busy', 'unpaid order'],
  ['close-remembered', 'every order is busy', busyAfterOne, 'HTTP 409 order_busy', 'unpaid order'],
  ['close-closes', 'every order is busy', busyAfterOne, 'HTTP 409 order_busy', 'unpaid order'],
  ['price-from-payer', 'every order is busy', busyAfterOne, 'HTTP 409 order_busy', 'unpaid order'],
  ['price-from-payer', 'an order costs 1', costingOne, undefined, 'orders that cost more'],
  ['unknown-kinds', 'every order is busy', busyAfterOne, 'HTTP 409 order_busy', 'unpaid order'],
  ['return-url', 'every order is busy', busyAfterOne, 'HTTP 409 order_busy', 'unpaid order'],
  ['expiry-counts-down', 'the second answer is busy', busyAfterOne, 'HTTP 409 order_busy', 'expiresInSeconds'],
  ['error-form', 'nothing is refused', () => undefined, 'were both taken', 'an error'],
  ['busy-until', 'nobody is told to wait', () => undefined, 'none came', '--wallets'],
  ['unsigned-notice', 'nobody hears', unheard, 'nobody hears http://shop.example/notify', '--notify-url', notify],
])('%s, where %s', async (id, _, own, saw, needs, more) => {
  const { verdicts } = await trial(own, id, more)
  expect(verdicts).toMatchObject([{ id, outcome: 'unchecked', needs: expect.stringContaining(needs) }])
  if (saw !== undefined) expect(verdicts).toMatchObject([{ saw: expect.stringContaining(saw) }])
})

it('gives silence its own reason, not that of what was not seen', async () => {
  const fetch = async (url: unknown, init?: RequestInit) => {
    if (String(url).endsWith('/close')) throw new TypeError('socket hang up')
    return serverOf(() => undefined)(String(url), init)
  }
  const { verdicts } = await trial(() => undefined, 'close-closes', { fetch })
  expect(verdicts).toMatchObject([{ outcome: 'broken', saw: expect.stringContaining('no answer') }])
  expect(verdicts).toMatchObject([{ why: expect.stringContaining('not answered') }])
})

/** As the stand-in wallets answer to a fault that they are to make; the shop's server is silent after one order. */
const silentAfterOne = ({ call, body }: Asked, count: number) => {
  if (call === 'faults') return [200, { faults: body }] as const
  return call === 'prepare' && count > 1 ? refused(503, 'wallet_silent') : undefined
}

it('says what came in the place of a code to scan', async () => {
  const { verdicts } = await trial(silentAfterOne, 'underpaid', { wallets: 'http://wallets.example' })
  expect(verdicts).toMatchObject([{ outcome: 'unchecked', saw: 'prepare was answered HTTP 503 wallet_silent' }])
})

it('is not stopped by a percent sign in an action', async () => {
  const { verdicts } = await trial(withAction({ kind: 'redirect', url: 'https://pay.example/?off=10%' }), 'return-url')
  expect(verdicts).toMatchObject([{ outcome: 'kept' }])
})

it.each(['https://isopay-check.example/return', 'https%3A%2F%2Fisopay-check.example%2Freturn'])(
  'finds a stranger’s page in an action, written as %s',
  async (page) => {
    const { verdicts } = await trial(
      withAction({ kind: 'redirect', url: `https://pay.example/?to=${page}` }),
      'return-url',
    )
    expect(verdicts).toMatchObject([{ outcome: 'broken' }])
  },
)

it('does not begin where the first prepare is refused, whatever with', async () => {
  const begun = trial(() => refused(400, 'bad_request'), 'nonce')
  await expect(begun).rejects.toThrow('HTTP 400 bad_request: it does not take what a client sends')
})
