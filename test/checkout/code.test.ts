import { describe, expect, it } from 'vitest'
import { code as channel } from '../../src/channels/code.ts'
import { createCheckoutIn } from '../../src/checkout/create.ts'
import type { Trace } from '../../src/core/checkout.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../../src/testing/fake.ts'
import { amount, lost, makeMerchant, never, offer, refuses, type Script, says } from './shop.ts'

const value = '134567890123456789'
const identity = { kind: 'payment-code', value } as const
const sentOn = offer({ kind: 'code' }, { expiresInSeconds: 30 })

const place = { name: 'till', recognise: () => ['test'], channels: [channel], without: {} }

const tillOn = (fake: FakeHost, traces: Trace[] = []) =>
  createCheckoutIn(
    {
      places: [place],
      channels: place.channels,
      readSignals: () => ({ userAgent: '', maxTouchPoints: 0, objects: [] }),
      live: new Map(),
      makeHost: () => fake.host,
    },
    { endpoint: 'https://shop.example/pay', observe: (trace) => traces.push(trace) },
  )

const till = (script: Script = {}, more: FakeOptions = {}) => {
  const merchant = makeMerchant({ prepare: () => sentOn, ...script })
  const fake = fakeHost({ ...more, answer: merchant.answer })
  const traces: Trace[] = []
  return { ...fake, fake, merchant, traces, checkout: tillOn(fake, traces) }
}

const codesSent = ({ sent }: Pick<FakeHost, 'sent'>) =>
  sent.filter(({ request }) => JSON.stringify(request.body).includes(value)).length

describe('a payment code', () => {
  it('is sent once, confirmed by asking, and paid by the server’s word', async () => {
    const shop = till({ status: (_, times) => says(times > 1 ? 'paid' : 'pending') })
    const payment = shop.checkout.pay('order-1', { identity, wallet: 'wechat' })
    await shop.advance(10_000)
    expect(await payment.result).toMatchObject({ status: 'paid', amount })
    const [first] = shop.sent
    expect(first?.request.body).toMatchObject({ platform: 'till', accepts: ['code'], wallet: 'wechat', identity })
    expect(first?.request.body).not.toHaveProperty('returnUrl')
    expect(codesSent(shop)).toBe(1)
  })

  it('is written down before it leaves', () => {
    const shop = till()
    shop.checkout.pay('order-1', { identity })
    const [record] = [...shop.device.kept.values()]
    expect(JSON.parse(record ?? '')).toMatchObject({ order: 'order-1', invoked: true, ended: false })
  })

  it('does not leave where nothing can be written down', async () => {
    const shop = till()
    shop.breakStore()
    const payment = shop.checkout.pay('order-1', { identity })
    await shop.advance(1_000)
    expect(await payment.result).toMatchObject({ status: 'failed', error: { code: 'storage_missing' } })
    expect(codesSent(shop)).toBe(0)
  })

  it.each<[string, Script['prepare']]>([
    ['the network was cut right after the send', () => lost],
    ['the server never answers', () => never],
    ['the server broke', () => refuses(500, 'internal')],
    ['a proxy refuses with a page of its own', () => ({ httpStatus: 403, html: true })],
    ['the answer cannot be read', () => ({ nonsense: true })],
    ['the answer is of another payment', () => offer({ kind: 'code' }, { payment: 'f'.repeat(32) })],
    ['the server answers an action that no till can carry out', () => offer({ kind: 'qr', content: 'x' })],
    ['the payer is typing a password', () => says('pending', { phase: 'user-paying' })],
  ])('is asked about and never sent again, nor failed, when %s', async (_, prepare) => {
    let paid = false
    const shop = till({ ...(prepare && { prepare }), status: () => says(paid ? 'paid' : 'pending') })
    const payment = shop.checkout.pay('order-1', { identity })
    await shop.advance(60_000)
    expect(payment.state.phase).not.toBe('settled')
    paid = true
    await shop.advance(30_000)
    expect((await payment.result).status).toBe('paid')
    expect([shop.merchant.count.prepare, codesSent(shop)]).toEqual([1, 1])
  })

  it('ends as pending, its record kept, where the server never says what became of it', async () => {
    const shop = till({ prepare: () => lost, status: () => lost })
    const payment = shop.checkout.pay('order-1', { identity })
    await shop.advance(200_000)
    expect(await payment.result).toMatchObject({ status: 'pending', error: { retry: 'ask-first' } })
    expect(shop.checkout.resume('order-1')?.id).toBe(payment.id)
  })

  it.each([
    ['unsupported', 422, 'server_refused'],
    ['order_busy', 409, 'order_busy'],
    ['channel_fixed', 409, 'server_refused'],
  ])('fails honestly where the server refused it before anything was charged: %s', async (refusal, http, error) => {
    const shop = till({ prepare: () => refuses(http, refusal) })
    const payment = shop.checkout.pay('order-1', { identity })
    await shop.advance(1_000)
    expect(await payment.result).toMatchObject({ status: 'failed', error: { code: error } })
    expect(shop.merchant.count.status).toBe(1)
    expect(shop.checkout.resume('order-1')).toBeNull()
  })

  it('is paid after all where the server refused it because the order is paid', async () => {
    const shop = till({ prepare: () => refuses(409, 'order_busy'), status: () => says('paid') })
    const payment = shop.checkout.pay('order-1', { identity })
    await shop.advance(1_000)
    expect((await payment.result).status).toBe('paid')
  })

  it('is told closed where the payment was closed before it arrived', async () => {
    const shop = till({ prepare: () => says('closed') })
    const payment = shop.checkout.pay('order-1', { identity })
    await shop.advance(100)
    expect((await payment.result).status).toBe('closed')
  })

  it('works once: scanned again, for this order or another, nothing is sent', async () => {
    const shop = till({ prepare: () => says('failed') })
    const first = shop.checkout.pay('order-1', { identity })
    await shop.advance(100)
    expect((await first.result).status).toBe('failed')
    for (const order of ['order-1', 'order-2']) {
      const { result } = shop.checkout.pay(order, { identity })
      expect(await result).toMatchObject({ status: 'failed', error: { code: 'code_used' } })
    }
    expect(codesSent(shop)).toBe(1)
  })

  it('takes another id after a refusal', async () => {
    const shop = till({ prepare: () => refuses(422, 'unsupported') })
    const first = shop.checkout.pay('order-1', { identity })
    await shop.advance(1_000)
    const second = shop.checkout.pay('order-1', { identity: { ...identity, value: '134567890123456780' } })
    expect(second.id).not.toBe(first.id)
    second.stop()
  })

  it('is not sent while an earlier code of the order is unresolved, also after a power cut', async () => {
    const before = till({ prepare: () => never })
    const first = before.checkout.pay('order-1', { identity })
    before.unload()
    const fake = fakeHost({ beside: before.fake, answer: makeMerchant({ status: () => says('paid') }).answer })
    const again = tillOn(fake).pay('order-1', { identity: { ...identity, value: '134567890123456780' } })
    await fake.advance(1_000)
    expect(again.id).toBe(first.id)
    expect((await again.result).status).toBe('paid')
    expect(fake.sent.map(({ url }) => url)).toEqual(['https://shop.example/pay/status'])
  })

  it('is in no record, state, trace, error or URL, also where the server quotes it', async () => {
    const quote = { httpStatus: 422, error: { code: `bad_${value}`, message: `auth_code ${value} is wrong` } }
    const shop = till({ prepare: () => quote })
    const payment = shop.checkout.pay('order-1', { identity })
    const records = [...shop.device.kept.values()]
    await shop.advance(1_000)
    const { error } = await payment.result
    const seen = [...records, ...shop.device.kept.values(), payment.state, shop.traces, error?.message, error?.cause]
    expect(error?.code).toBe('server_refused')
    expect(JSON.stringify(seen)).not.toContain(value)
    expect(shop.sent.map(({ url }) => url).join()).not.toContain(value)
  })

  it('leaves nothing behind', async () => {
    const shop = till({ status: () => says('paid') })
    shop.checkout.pay('order-1', { identity })
    await shop.advance(5_000)
    expect(shop.held()).toEqual({ timers: 0, listeners: 0, locks: 0 })
    expect(shop.device.kept.size).toBe(0)
  })
})
