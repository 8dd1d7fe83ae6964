import { expect, it } from 'vitest'
import { readError } from '../../src/checkout/gate.ts'
import type { CheckoutOptions } from '../../src/checkout/options.ts'
import { makeTransport } from '../../src/checkout/transport.ts'
import { makeAbort } from '../../src/core/abort.ts'
import type { Reply } from '../../src/core/ports.ts'
import { fakeHost } from '../../src/testing/fake.ts'

const ask = (reply: Reply | Error, options: CheckoutOptions = { endpoint: 'https://shop.example/pay/' }) => {
  const fake = fakeHost({ answer: () => (reply instanceof Error ? Promise.reject(reply) : reply) })
  const transport = makeTransport(options, fake.host, readError)
  return { fake, answer: transport('status', { order: 'o' }, makeAbort().signal) }
}
const error = (code: string, more: object = {}) => ({ error: { code, message: 'why' }, ...more })

it('posts to the call below the endpoint, with the shop’s headers', async () => {
  const { fake, answer } = ask({ status: 200, body: {} }, { endpoint: '/pay/', headers: { authorization: 'Bearer 1' } })
  await answer
  expect(fake.sent[0]).toMatchObject({
    url: '/pay/status',
    request: { headers: { authorization: 'Bearer 1' }, credentials: 'same-origin' },
  })
})

it('asks a function for the headers each time', async () => {
  const { fake, answer } = ask(
    { status: 200, body: {} },
    { endpoint: '/pay', headers: async () => ({ 'x-csrf': '1' }) },
  )
  await answer
  expect(fake.sent[0]?.request.headers).toEqual({ 'x-csrf': '1' })
})

it.each([500, 502, 503, 429, 408, 425])('misses an answer of HTTP %d, to ask again', async (status) => {
  expect(await ask({ status, body: undefined }).answer).toMatchObject({
    is: 'missed',
    trouble: { code: 'network', detail: `HTTP ${status}` },
  })
})

it.each([400, 401, 403, 404, 422])('takes HTTP %d for a refusal', async (status) => {
  const { answer } = ask({ status, body: error('no') })
  expect(await answer).toMatchObject({
    is: 'refused',
    serverCode: 'no',
    trouble: { code: 'server_refused', cause: { status } },
  })
})

it('misses where there is no network, and says why without a URL’s query', async () => {
  const { answer } = ask(new TypeError('Failed to fetch https://shop.example/?t=1'))
  expect(await answer).toMatchObject({
    is: 'missed',
    trouble: { cause: { message: 'Failed to fetch https://shop.example/?…' } },
  })
})

it('reads Retry-After in seconds, as a date, and from the body', async () => {
  const later = new Date(Date.UTC(2026, 10, 24) + 30_000).toUTCString()
  const replies: Reply[] = [
    { status: 503, body: undefined, retryAfter: '30' },
    { status: 503, body: undefined, retryAfter: later },
    { status: 503, body: error('busy', { retryAfterSeconds: 30 }) },
  ]
  for (const reply of replies) expect(await ask(reply).answer).toMatchObject({ retryAfterMs: 30_000 })
})

it('reads nonsense in Retry-After as nothing', async () => {
  for (const retryAfter of ['soon', '-5', 'Thu, 01 Jan 1970 00:00:00 GMT'])
    expect(await ask({ status: 503, body: undefined, retryAfter }).answer).toMatchObject({ retryAfterMs: 0 })
})

it('takes an error body for an error also where it came with 200, as through a shop’s own client', async () => {
  expect(await ask({ status: 200, body: error('order_busy') }).answer).toMatchObject({
    is: 'refused',
    serverCode: 'order_busy',
  })
})

it('does not wait for ever for a shop’s own client', async () => {
  const fake = fakeHost()
  const transport = makeTransport({ send: () => new Promise(() => {}) }, fake.host, readError)
  const answer = transport('status', {}, makeAbort().signal)
  await fake.advance(8_000)
  expect(await answer).toMatchObject({ is: 'missed' })
  expect(fake.held().timers).toBe(0)
})

it('holds no timer for a shop’s own client once nobody asks any more', async () => {
  const fake = fakeHost()
  const transport = makeTransport({ send: () => new Promise(() => {}) }, fake.host, readError)
  const { signal, abort } = makeAbort()
  const answer = transport('status', {}, signal)
  abort()
  expect(await answer).toMatchObject({ is: 'missed' })
  expect(fake.held().timers).toBe(0)
})
