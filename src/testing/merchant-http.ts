/** A fake merchant over HTTP: what it takes, and what it refuses before it looks. */
import type { Reply } from '../core/ports.ts'
import { parseBody } from '../host/json.ts'
import type { Question } from './books.ts'

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)

const isHandle = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 128

const isKinds = (value: unknown): boolean => Array.isArray(value) && value.every((kind) => typeof kind === 'string')

/** Whether a body is a question of this call. */
export const isQuestion = (call: string, body: unknown): body is Question => {
  const { payment, order, nonce, accepts } = Object(body)
  if (!isId(payment) || !isHandle(order)) return false
  return call === 'status' ? isId(nonce) : call === 'close' || isKinds(accepts)
}

const refuse = (status: number, code: string): Response => Response.json({ error: { code, message: code } }, { status })

const responseOf = ({ status, body }: Reply): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

const callIn = ({ url }: Request): string => new URL(url).pathname.split('/').at(-1) ?? ''

const isJson = ({ headers }: Request): boolean => /^application\/json\b/i.test(headers.get('content-type') ?? '')

/** As `fetch`, without a network. `ask` gets the name of the call and the parsed body. */
export const asFetch =
  (ask: (call: string, body: unknown) => Promise<Reply>): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    if (request.method !== 'POST') return refuse(405, 'method_not_allowed')
    if (!isJson(request)) return refuse(415, 'not_json')
    return responseOf(await ask(callIn(request), parseBody(await request.text())))
  }
