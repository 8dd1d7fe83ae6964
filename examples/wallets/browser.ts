/** An in-wallet browser: a reverse proxy in front of a shop that gives its pages the place's name and bridge. */
import {
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerWallet } from './bridge.ts'
import { type Place, type PlaceName, places } from './places.ts'

/** `target` and `wallets` are origins; `port` 0 takes any free one; `through` lets somebody listen on the wire. */
export interface BrowserOptions {
  place: PlaceName
  target: string
  wallets: string
  port: number
  through?: (listener: RequestListener) => RequestListener
}

const script = '<script src="/__wallet/bridge.js"></script>'

/** First in the head, so that it runs before anything that asks where it is. */
const withBridge = (html: string): string =>
  /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + script) : script + html

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Asked without compression, so that a page can be read; the shop sees the browser's own host. */
const forwarded = (headers: IncomingHttpHeaders, place: Place) => ({
  ...headers,
  'user-agent': place.userAgent,
  'accept-encoding': 'identity',
})

const isPage = (answer: IncomingMessage) => answer.headers['content-type']?.startsWith('text/html') === true

const passOn = async (answer: IncomingMessage, response: ServerResponse, target: string, own: string) => {
  const headers = { ...answer.headers }
  if (headers.location?.startsWith(`${target}/`)) headers.location = own + headers.location.slice(target.length)
  if (!isPage(answer)) {
    response.writeHead(answer.statusCode ?? 502, headers)
    return answer.pipe(response)
  }
  const page = withBridge((await bodyOf(answer)).toString('utf8'))
  delete headers['transfer-encoding']
  headers['content-length'] = String(Buffer.byteLength(page))
  response.writeHead(answer.statusCode ?? 502, headers)
  return response.end(page)
}

const register = (wallets: string, method: 'POST' | 'DELETE', browser: object) =>
  fetch(`${wallets}/browsers`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(browser),
  })

/** Opens a browser of the place for one shop, and makes it known to the wallets. */
export const startBrowser = async (options: BrowserOptions): Promise<{ origin: string; stop: () => Promise<void> }> => {
  const { target, wallets, port, through = (listener) => listener } = options
  const place = places[options.place]
  let origin = ''

  const forward = (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/' } = request
    const onward = ask(target + url, { method, headers: forwarded(request.headers, place) })
    onward.on('response', (answer) => passOn(answer, response, target, origin).catch(() => response.destroy()))
    onward.on('error', () => response.headersSent || response.writeHead(502).end('The shop does not answer'))
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  }

  const answer: RequestListener = async (request, response) => {
    const path = request.url ?? '/'
    if (!path.startsWith('/__wallet/')) return forward(request, response)
    const { status, headers, body } = await answerWallet(
      place,
      wallets,
      path,
      request.method ?? 'GET',
      await bodyOf(request),
    )
    response.writeHead(status, headers).end(body)
  }
  const server = createServer(through(answer))
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await register(wallets, 'POST', { place: place.name, target, origin })

  return {
    origin,
    stop: async () => {
      // The wallets may have gone first: then nobody is left to tell.
      await Promise.allSettled([register(wallets, 'DELETE', { origin })])
      server.closeAllConnections()
      await new Promise<unknown>((done) => server.close(done))
    },
  }
}
