/** A request from a mini program, by the function that its runtime has for it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeAbort } from '../../src/core/abort.ts'
import { type Call, hostOver } from './wx.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a request', () => {
  const abort = vi.fn()
  const ask = (behave: (options: Call) => void) => {
    const sent: Call[] = []
    const request = (options: Call) => {
      sent.push(options)
      behave(options)
      return { abort }
    }
    const ended = makeAbort()
    const headers = { 'x-shop': '1' }
    const asked = { body: { a: 1 }, headers, credentials: 'omit', timeoutMs: 50, signal: ended.signal } as const
    return { sent, ended, reply: hostOver({ request }).post('https://shop.example/pay/status', asked) }
  }
  const answer = (fields: object) => ask(({ success }) => success(fields)).reply

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
