/** JSON in, JSON out: what is taken, and how a refusal is told. */
import type { Context } from 'hono'
import type * as z from 'zod'
import { isRefusal, refusal } from './errors.ts'

/** A form of a foreign page cannot send this content type unasked, so no other is taken (R7). */
export const bodyOf = async <T>(c: Context, schema: z.ZodType<T>): Promise<T> => {
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw refusal('not_json', 'The content type must be application/json')
  const read = schema.safeParse(await c.req.json().catch(() => undefined))
  if (read.success) return read.data
  const { path, message } = read.error.issues[0] ?? { path: [], message: '' }
  throw refusal('bad_request', `${path.join('.') || 'body'}: ${message}`)
}

/** Tells a refusal as the contract has it; anything else went wrong here, and its details stay here. */
export const refuse = (error: Error, c: Context) => {
  c.header('cache-control', 'no-store')
  if (!isRefusal(error)) {
    console.error(error)
    return c.json({ error: { code: 'internal', message: 'Something went wrong on the server' } }, 500)
  }
  const { code, message, status, retryAfterSeconds } = error
  if (retryAfterSeconds === undefined) return c.json({ error: { code, message } }, status)
  c.header('retry-after', String(retryAfterSeconds))
  return c.json({ error: { code, message }, retryAfterSeconds }, status)
}

/**
 * Alipay's `my.request` hands a mini program no answer of HTTP 4xx or 5xx, only `error: 19` (@mini-types/my 3.0.14, read
 * 2026-11): a refusal that nobody hears would be asked again for ever. So it is told with 200 and the same body. What will
 * pass by itself (5xx) keeps its status, for "ask again" is what it means.
 */
export const refuseHeard = (error: Error, c: Context) => {
  const answer = refuse(error, c)
  return answer.status < 500 ? new Response(answer.body, { headers: answer.headers }) : answer
}
