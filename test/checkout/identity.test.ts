/** A place that asks its wallet who pays: a mini program. */
import { describe, expect, it } from 'vitest'
import { loginCode } from '../../src/channels/login-code.ts'
import { wechatMini } from '../../src/channels/wechat-mini.ts'
import { createCheckoutIn } from '../../src/checkout/create.ts'
import type { CheckoutOptions } from '../../src/checkout/options.ts'
import type { Place } from '../../src/core/ports.ts'
import { fakeHost, fakeSignal } from '../../src/testing/fake.ts'
import { lost, makeMerchant, offer, type Said } from './shop.ts'

type Login = (options: Record<'success' | 'fail', (raw: unknown) => void>) => void

const action = {
  kind: 'wechat.mini',
  timeStamp: '1764000000',
  nonceStr: 'nonce',
  package: 'prepay_id=wx24',
  signType: 'RSA',
  paySign: 'signature',
}
const identify = loginCode({ name: 'wx', method: 'login', ready: [] }, 'code')
const place: Place = {
  name: 'wechat-mini',
  recognise: () => ['test'],
  channels: [wechatMini],
  identify,
  without: {},
}

/** A mini program whose `wx.login` gives code-1, code-2 … and notes what *prepare* was asked with. */
const open = (prepare: (times: number) => Said = () => offer(action), login?: Login, options = {}) => {
  const asked: unknown[] = []
  let codes = 0
  const give: Login = ({ success }) => success({ code: `code-${++codes}` })
  const merchant = makeMerchant({
    prepare: ({ identity }, times) => {
      asked.push(identity)
      return prepare(times)
    },
  })
  const wx = { login: login ?? give, requestPayment: () => {} }
  const fake = fakeHost({ globals: { wx }, url: '', answer: merchant.answer })
  const given: CheckoutOptions = { endpoint: 'https://shop.example/pay', ...options }
  const readSignals = () => ({ userAgent: '', maxTouchPoints: 0, objects: [] })
  const world = { places: [place], channels: place.channels, readSignals, live: new Map(), makeHost: () => fake.host }
  return { fake, asked, codes: () => codes, checkout: createCheckoutIn(world, given) }
}

const code = (value: string) => ({ kind: 'login-code', value })

it('asks for a code before the first question, and sends it', async () => {
  const { checkout, fake, asked } = open()
  const payment = checkout.pay('order-1')
  await fake.advance(100)
  expect([asked, payment.state.phase]).toEqual([[code('code-1')], 'invoking'])
})

it('asks ahead of the tap, too, and does not ask again in the tap', async () => {
  const { checkout, fake, asked, codes } = open()
  checkout.prepare('order-1')
  await fake.advance(100)
  checkout.pay('order-1')
  await fake.advance(100)
  expect([asked, codes()]).toEqual([[code('code-1')], 1])
})

it('asks for no code where the shop knows who pays', async () => {
  const { checkout, fake, asked, codes } = open(undefined, undefined, { identity: code('the shop’s') })
  checkout.pay('order-1')
  await fake.advance(100)
  expect([asked, codes()]).toEqual([[code('the shop’s')], 0])
})

it('sends no code twice: after a lost answer there is a fresh one', async () => {
  const { checkout, fake, asked } = open((times) => (times === 1 ? lost : offer(action)))
  checkout.pay('order-1')
  await fake.advance(5_000)
  expect(asked).toEqual([code('code-1'), code('code-2')])
})

it.each<[string, Login]>([
  ['refuses', ({ fail }) => fail({ errMsg: 'login:fail' })],
  ['answers without a code', ({ success }) => success({})],
  ['is silent', () => {}],
])('asks without a code where the wallet %s', async (_name, login) => {
  const { checkout, fake, asked } = open(undefined, login)
  checkout.pay('order-1')
  await fake.advance(3_100)
  expect(asked).toEqual([undefined])
})

describe('the question for a code', () => {
  it('holds nothing once it was answered, nor once the payment has ended', async () => {
    const wx = { login: (() => {}) as Login }
    const { host, held } = fakeHost({ globals: { wx } })
    const ended = fakeSignal()
    const identity = identify(host, ended.signal)
    ended.abort()
    expect([await identity, held(), ended.count()]).toEqual([undefined, { timers: 0, listeners: 0, locks: 0 }, 0])
    wx.login = ({ success }) => success({ code: 'c' })
    const other = fakeSignal()
    expect(await identify(host, other.signal)).toEqual(code('c'))
    expect([held().timers, other.count()]).toEqual([0, 0])
  })
})
