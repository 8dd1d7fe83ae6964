/** The lab's ear on the town's servers: each message as it goes over the wire. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Message, messageOf } from './messages.ts'
import { openNetwork } from './network.ts'
import { addScript, answerOf, askedOf } from './overhear.ts'
import { readBody, redacted, redactedPath } from './redact.ts'
import { wordOf } from './word.ts'

/** `id` joins what was asked to its answer; `about` begins the payment's id; `atMs` is by the wall clock; `detail` is redacted. */
type Heard = { id: number; atMs: number } & (
  | ({ is: 'asked'; about: string | undefined; line: string; detail: unknown } & Message)
  | { is: 'answered'; ofMerchant: boolean; status: number; word: string; detail: unknown; ms: number }
  | { is: 'lost' }
)

/** Wallets have numbers of their own that look alike. */
const paymentIn = (text: string): string | undefined =>
  /(?:out.trade.no|"payment")\W+([0-9a-f]{32})/.exec(text)?.[1]?.slice(0, 6)

const eye = '/__lab/eye.js'

/** The page's eye knows to whom it may speak, and opens in no page that stands by itself. */
const answerEye = (lab: string, response: ServerResponse) => {
  const source = readFileSync(new URL('./pages/eye.js', import.meta.url), 'utf8')
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`if (window !== window.parent) (function (lab) {\n${source}\n})(${JSON.stringify(lab)})`)
}

/** Whether a page calls the merchant by the contract. */
const isCall = (server: string, { url = '' }: IncomingMessage) =>
  server !== 'merchant' && server !== 'wallets' && url.startsWith('/pay/')

/** `lab` is the origin of the lab's page. */
export const openWire = (lab: string) => {
  const listeners = new Set<(heard: Heard) => void>()
  const network = openNetwork()
  let opened = (body: unknown) => body
  let count = 0

  const tell = (heard: Heard) => {
    for (const listener of listeners) listener(heard)
  }

  const listen = async (server: string, request: IncomingMessage, response: ServerResponse, asked: Promise<string>) => {
    const { method = '', url = '' } = request
    const begunMs = Date.now()
    const answered = answerOf(response)
    const text = await asked
    const message = messageOf(server, method, url, text)
    if (!message) return
    count += 1
    const id = count
    const line = `${method} ${redactedPath(url)}`
    const held = opened(readBody(text))
    const about = paymentIn(url + JSON.stringify(held))
    tell({ is: 'asked', id, atMs: begunMs, ...message, about, line, detail: redacted(held) })
    const { status, text: told, lost, atMs } = await answered
    if (lost) return tell({ is: 'lost', id, atMs })
    const [body, ms, ofMerchant] = [readBody(told), atMs - begunMs, isCall(server, request)]
    tell({ is: 'answered', id, atMs, ofMerchant, status, word: wordOf(status, body), detail: redacted(body), ms })
  }

  const through =
    (server: string, listener: RequestListener): RequestListener =>
    async (request, response) => {
      if (request.url === eye) return answerEye(lab, response)
      addScript(response, eye)
      const asked = askedOf(request)
      // The lab's own stream of what is heard would hear itself.
      if (request.method !== 'GET' || server === 'wallets') void listen(server, request, response, asked)
      if (!isCall(server, request) || (await network.lets(response, asked))) listener(request, response)
    }

  return {
    through,
    network,
    /** How a body that was sealed is read. */
    openBy: (opener: (body: unknown) => unknown) => {
      opened = opener
    },
    subscribe: (listener: (heard: Heard) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Wire = ReturnType<typeof openWire>
