/** Listens on one request of a server without touching it: its text, its answer, and a script for the pages among them. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** `lost` where the answer did not arrive. `atMs` is when it left, by the wall clock. */
export interface Answer {
  status: number
  text: string
  lost: boolean
  atMs: number
}

const textOf = (chunks: readonly Uint8Array[]) => Buffer.concat(chunks).toString('utf8')

/** To be called before anything of the body has come. Resolves when all of it has, whether its handler reads it or not. */
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

/** Each chunk of the answer is looked at on its way out, and another may go in its place. */
const onTheWay = (response: ServerResponse, change: (chunk: Uint8Array) => Uint8Array): void => {
  const { write, end } = response
  const changed = ([chunk, ...rest]: unknown[]) => {
    if (typeof chunk === 'string') return [change(Buffer.from(chunk)), ...rest]
    return chunk instanceof Uint8Array ? [change(chunk), ...rest] : [chunk, ...rest]
  }
  response.write = (...sent: unknown[]) => write.apply(response, changed(sent) as Parameters<typeof write>)
  response.end = (...sent: unknown[]) => end.apply(response, changed(sent) as Parameters<typeof end>)
}

/** Resolves when all of the answer has left, or when whoever asked is gone. */
export const answerOf = (response: ServerResponse): Promise<Answer> =>
  new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    let atMs: number | undefined
    onTheWay(response, (chunk) => {
      atMs ??= Date.now()
      chunks.push(chunk)
      return chunk
    })
    response.once('close', () => {
      const { statusCode: status, writableFinished } = response
      resolve({ status, text: textOf(chunks), lost: !writableFinished, atMs: atMs ?? Date.now() })
    })
  })

/** Swallows the answer that comes, and cuts the connection. */
export const loseAnswer = (response: ServerResponse): void => {
  const swallow = () => true
  Object.assign(response, { writeHead: () => response, write: swallow, end: () => response.destroy() })
}

const isPage = (headers: OutgoingHttpHeaders): boolean =>
  Object.entries(headers).some(([name, value]) => /^content-type$/i.test(name) && /^text\/html/.test(String(value)))

/** A page that grows has another length than its server thought. */
const inChunks = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders => {
  const kept = Object.entries(headers).filter(([name]) => !/^content-length$/i.test(name))
  return { ...Object.fromEntries(kept), 'transfer-encoding': 'chunked' }
}

/** First in the head, so that it runs before anything else. */
export const addScript = (response: ServerResponse, src: string): void => {
  const { writeHead } = response
  const added = (chunk: Uint8Array): Buffer =>
    Buffer.from(textOf([chunk]).replace(/<head[^>]*>/i, (head) => `${head}<script src="${src}"></script>`))
  response.writeHead = ((status: number, headers: OutgoingHttpHeaders = {}) => {
    if (!isPage(headers)) return writeHead.call(response, status, headers)
    onTheWay(response, added)
    return writeHead.call(response, status, inChunks(headers))
  }) as typeof writeHead
}
