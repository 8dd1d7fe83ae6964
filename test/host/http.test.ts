// @vitest-environment happy-dom
/** The question as it leaves a browser, and the answer as it comes. */
import { afterEach, expect, it, vi } from 'vitest'
import { makeAbort } from '../../src/core/abort.ts'
import { makePost } from '../../src/host/http.ts'

const post = makePost()
afterEach(() => vi.unstubAllGlobals())

const request = { body: { a: 1 }, headers: { 'x-shop': '1' }, credentials: 'include', timeoutMs: 50 } as const

it('is a POST of JSON that follows no redirect', async () => {
  const fetched = vi.fn(async (_: Request) => new Response('{"b":2}', { status: 409, headers: { 'retry-after': '5' } }))
  vi.stubGlobal('fetch', fetched)
  const reply = await post('https://shop.example/pay/status', { ...request, signal: makeAbort().signal })
  expect(reply).toEqual({ status: 409, body: { b: 2 }, retryAfter: '5' })
  const sent = fetched.mock.calls[0]?.[0] as Request
  expect([sent.method, sent.redirect, sent.credentials]).toEqual(['POST', 'error', 'include'])
  expect([sent.headers.get('content-type'), sent.headers.get('x-shop')]).toEqual(['application/json', '1'])
})

it('is sent with nothing that a script of the page lets every object inherit', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: Request, { redirect, body }: RequestInit) => {
    sent.push(redirect, body)
    return new Response('{}')
  })
  const everyObject: Record<string, unknown> = Object.prototype as never
  everyObject.redirect = 'follow'
  try {
    await post('https://shop.example/pay/status', { ...request, signal: makeAbort().signal })
  } finally {
    delete everyObject.redirect
  }
  expect(sent).toEqual([undefined, '{"a":1}'])
})

it('has no body where the answer is no JSON, or too long to be one of ours', async () => {
  for (const text of ['<html>', '', '"'.padEnd(300_000, 'x')]) {
    vi.stubGlobal('fetch', async () => new Response(text))
    const { body } = await post('https://shop.example/', { ...request, signal: makeAbort().signal })
    expect(body).toBeUndefined()
  }
})

it('ends by its timeout, over headers and body, and by its signal', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const { signal, abort } = makeAbort()
  await expect(post('https://shop.example/', { ...request, signal })).rejects.toThrow('No answer within 50 ms')
  const asked = post('https://shop.example/', { ...request, timeoutMs: 5_000, signal })
  abort()
  await expect(asked).rejects.toThrow('No longer asked')
})
