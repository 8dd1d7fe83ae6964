/** Asks a server over HTTP, follows no redirect, and writes every exchange down. */
import { parseBody } from '../host/json.ts'
import type { Body, Call, Came, Exchange, Sending } from './words.ts'

export interface Asker {
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly fetch: typeof fetch
}

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)

const cameOf = async (response: Response, startMs: number): Promise<Came> => {
  const text = await response.text()
  const body = parseBody(text)
  const ms = Math.round(performance.now() - startMs)
  return { http: response.status, headers: response.headers, text, body: isBody(body) ? body : {}, ms }
}

/** A word for why nothing came: the system's code tells more than fetch's message. */
const reasonOf = (error: unknown): string => {
  const { name, message, cause } = error instanceof Error ? error : new Error(String(error))
  if (name === 'TimeoutError') return 'no answer in time'
  const code = isBody(cause) && typeof cause.code === 'string' ? ` (${cause.code})` : ''
  return `no answer: ${message}${code}`
}

/** Thrown where nothing came: the server is down, hung up, or took too long. */
export interface Silence extends Error {
  readonly silence: string
}

export const isSilence = (error: unknown): error is Silence => error instanceof Error && 'silence' in error

const silent = (reason: string): Silence => Object.assign(new Error(reason), { silence: reason })

type Question = Pick<Exchange, 'method' | 'url' | 'headers' | 'sent' | 'held'>

export const makeAsker = ({ endpoint, headers: own, timeoutMs, fetch }: Asker) => {
  const exchanges: Exchange[] = []

  const answerTo = async ({ method, url, headers, sent }: Question): Promise<Came> => {
    const body = method === 'GET' || method === 'OPTIONS' ? {} : { body: sent }
    const signal = AbortSignal.timeout(timeoutMs)
    const startMs = performance.now()
    return cameOf(await fetch(url, { method, headers, redirect: 'manual', signal, ...body }), startMs)
  }

  const exchange = async (question: Question): Promise<Came> => {
    const came = await answerTo(question).catch(reasonOf)
    exchanges.push({ ...question, came })
    if (typeof came === 'string') throw silent(came)
    return came
  }

  const send = (
    call: Call,
    { method = 'POST', headers, body = '', query = '', held = false, bare = false }: Sending,
  ) => {
    const all = { 'content-type': 'application/json', ...(bare ? {} : own), ...headers }
    return exchange({ method, url: `${endpoint}/${call}${query}`, headers: all, sent: body, held })
  }
  const tell = (url: string, headers: Readonly<Record<string, string>>, sent: string) =>
    exchange({ method: 'POST', url, headers, sent, held: false })
  return { send, tell, exchanges }
}
