/** Payments that happen outside the page: on a mini program's native page, and in an app. The page asks, and is told. */
import { expect, it } from 'vitest'
import { createCheckoutIn } from '../../src/checkout/create.ts'
import type { CheckoutOptions } from '../../src/checkout/options.ts'
import { places } from '../../src/platforms/everywhere.ts'
import { fakeHost } from '../../src/testing/fake.ts'
import { makeMerchant, offer, type Script, says } from './shop.ts'

/** A page that sees these objects, with the globals to match. */
const open = (
  objects: readonly string[],
  globals: Record<string, unknown>,
  script: Script,
  options: Partial<CheckoutOptions> = {},
) => {
  const merchant = makeMerchant(script)
  const fake = fakeHost({ globals, answer: merchant.answer })
  const { bridge } = options
  const world = {
    places,
    channels: [],
    readSignals: () => ({ userAgent: '', maxTouchPoints: 0, objects: ['document', ...objects] }),
    live: new Map(),
    makeHost: () => ({ ...fake.host, bridge }),
  }
  return { ...fake, merchant, checkout: createCheckoutIn(world, { endpoint: 'https://shop.example/pay', ...options }) }
}

const hopAction = { kind: 'wechat.hop', path: '/pages/pay/pay?order=order-1' }
const appAction = { kind: 'app.bridge', wallet: 'wechat', params: { prepayid: 'wx24', sign: 's' } }
const nativePayment = 'f'.repeat(32)

it('hops to the native page, waits there, and is told of the payment that was made on it', async () => {
  const hops: string[] = []
  let paid = false
  const wx = { miniProgram: { navigateTo: ({ url }: { url: string }) => void hops.push(url) } }
  const { checkout, advance, hide, wake } = open(
    ['__wxjs_environment=miniprogram'],
    { wx },
    {
      prepare: ({ platform, accepts }) => {
        expect([platform, accepts]).toEqual(['wechat-webview', ['wechat.hop']])
        return offer(hopAction)
      },
      status: () => (paid ? says('paid', { paidBy: nativePayment }) : says('pending')),
    },
  )
  const payment = checkout.pay('order-1')
  await advance(1_500)
  expect([hops, payment.state.phase]).toEqual([['/pages/pay/pay?order=order-1'], 'away'])
  hide()
  await advance(30_000)
  paid = true
  wake()
  await advance(100)
  expect(await payment.result).toMatchObject({ status: 'paid', paidBy: nativePayment })
})

it.each(['https://evil.example/', '//evil.example', 'pages/pay', '/pages/pay pay', '/pages/../x\\y'])(
  'hops to no %j, which is no page of the mini program',
  async (path) => {
    const { checkout, advance } = open(
      ['__wxjs_environment=miniprogram'],
      { wx: { miniProgram: { navigateTo: () => expect.unreachable() } } },
      { prepare: () => offer({ ...hopAction, path }) },
    )
    const payment = checkout.pay('order-1')
    await advance(5_000)
    expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'contract_broken' } })
  },
)

it('takes an app that is silent for no answer, and asks when it is in front again', async () => {
  let paid = false
  const { checkout, advance, hide, wake } = open(
    ['isopay.postMessage'],
    { isopay: { postMessage: () => {} } },
    { prepare: () => offer(appAction), status: () => says(paid ? 'paid' : 'pending') },
  )
  const payment = checkout.pay('order-1', { wallet: 'wechat' })
  await advance(1_000)
  expect([checkout.platform, payment.state.phase]).toEqual(['app-webview', 'invoking'])
  hide()
  await advance(60_000)
  paid = true
  wake()
  await advance(100)
  expect((await payment.result).status).toBe('paid')
})

it('is in an app where a bridge was handed in, although nothing is seen of one', async () => {
  const given: unknown[] = []
  const bridge = { invoke: (...args: unknown[]) => void given.push(args.slice(0, 2)) }
  const { checkout, advance } = open([], {}, { prepare: () => offer(appAction) }, { bridge })
  const payment = checkout.pay('order-1', { wallet: 'wechat' })
  await advance(100)
  expect([checkout.platform, given]).toEqual(['app-webview', [['wechat', appAction.params]]])
  payment.stop()
})

it('does not believe an app that rejects, either way', async () => {
  const bridge = { invoke: () => Promise.reject(new Error('cancelled by user')) }
  const { checkout, advance } = open([], {}, { prepare: () => offer(appAction) }, { bridge })
  const payment = checkout.pay('order-1')
  await advance(100)
  expect([payment.state.phase, payment.state.claim]).toEqual(['confirming', expect.objectContaining({ is: 'unknown' })])
  payment.stop()
})
