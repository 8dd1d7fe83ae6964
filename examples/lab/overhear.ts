/** Listens on one request of a server without touching it: its text, its answer, and a script for the pages among them. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** `lost` where the answer did not arrive. */
export interface Answer {
  status: number
  text: string
  lost: boolean
}

const textOf = (chunks: readonly Uint8Array[]) => Buffer.concat(chunks).toString('utf8')

/** Resolves when all of the request has come, whether its handler reads it or not. */
export const askedOf = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    const { push } = request
    request.push = (chunk: Buffer | null, encoding) => {
      if (chunk === null) resolve(textOf(chunks))
      else chunks.push(chunk)
      return push.call(request, chunk, encoding)
    }
  })

const bytesOf = (chunk: unknown): Uint8Array => {
  if (typeof chunk === 'string') return Buffer.from(chunk)
  return chunk instanceof Uint8Array ? chunk : new Uint8Array()
}

/** Resolves when all of the answer has left, or when whoever asked is gone. */
export const answerOf = (response: ServerResponse): Promise<Answer> =>
  new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    const { write, end } = response
    response.write = ((chunk: unknown, ...rest: []) => {
      chunks.push(bytesOf(chunk))
      return write.call(response, chunk, ...rest)
    }) as typeof write
    response.end = ((chunk: unknown, ...rest: []) => {
      chunks.push(bytesOf(chunk))
      return end.call(response, chunk, ...rest)
    }) as typeof end
    response.once('close', () =>
      resolve({ status: response.statusCode, text: textOf(chunks), lost: !response.writableFinished }),
    )
  })

/** Swallows the answer that comes, and cuts the connection. */
export const loseAnswer = (response: ServerResponse): void => {
  const swallow = () => true
  Object.assign(response, { writeHead: () => response, write: swallow, end: () => response.destroy() })
}

const isPage = (headers: OutgoingHttpHeaders): boolean =>
  Object.entries(headers).some(([name, value]) => /^content-type$/i.test(name) && /^text\/html/.test(String(value)))

const withoutLength = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-length$/i.test(name)))

/** First in the head, so that it runs before anything else. */
export const addScript = (response: ServerResponse, src: string): void => {
  const { writeHead, write, end } = response
  const added = (chunk: unknown): Buffer =>
    Buffer.from(textOf([bytesOf(chunk)]).replace(/<head[^>]*>/i, (head) => `${head}<script src="${src}"></script>`))
  response.writeHead = ((status: number, headers: OutgoingHttpHeaders = {}) => {
    if (!isPage(headers)) return writeHead.call(response, status, headers)
    response.write = ((chunk: unknown, ...rest: []) => write.call(response, added(chunk), ...rest)) as typeof write
    response.end = ((chunk: unknown, ...rest: []) => end.call(response, added(chunk), ...rest)) as typeof end
    return writeHead.call(response, status, withoutLength(headers))
  }) as typeof writeHead
}
