/** The lab's ear on the town's servers: each message as it goes over the wire, and what the network does to it. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Message, messageOf } from './messages.ts'
import { type Network, serverError, slowMs } from './network.ts'
import { addScript, answerOf, askedOf, loseAnswer } from './overhear.ts'
import { readBody, redacted, redactedPath } from './redact.ts'
import { wordOf } from './word.ts'

/** `id` joins what was asked to its answer. `detail` is redacted. */
export type Heard =
  | ({ is: 'asked'; id: number; line: string; detail: unknown } & Message)
  | { is: 'answered'; id: number; ofMerchant: boolean; status: number; word: string; detail: unknown; ms: number }
  | { is: 'lost'; id: number }

const eye = '/__lab/eye.js'

/** The page's eye knows to whom it may speak. */
const answerEye = (lab: string, response: ServerResponse) => {
  const source = readFileSync(new URL('./pages/eye.js', import.meta.url), 'utf8')
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`if (window !== window.parent) (function (lab) {\n${source}\n})(${JSON.stringify(lab)})`)
}

/** `lab` is the origin of the lab's page. */
export const openWire = (lab: string) => {
  const listeners = new Set<(heard: Heard) => void>()
  let network: Network = 'normal'
  let count = 0

  const tell = (heard: Heard) => {
    for (const listener of listeners) listener(heard)
  }

  const listen = async (server: string, request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request
    if (method === 'GET' && server !== 'wallets') return
    const answered = answerOf(response)
    const text = await askedOf(request)
    const message = messageOf(server, method, url, text)
    if (!message) return
    count += 1
    const [id, begun] = [count, Date.now()]
    const line = `${method} ${redactedPath(url)}`
    tell({ is: 'asked', id, ...message, line, detail: redacted(readBody(text)) })
    const { status, text: told, lost } = await answered
    const body = readBody(told)
    const ms = Date.now() - begun
    const answer = { status, word: wordOf(status, body), detail: redacted(body), ms }
    tell(lost ? { is: 'lost', id } : { is: 'answered', id, ofMerchant: isCall(server, request), ...answer })
  }

  /** Answers whether the request may go on to its server. */
  const pass = async (response: ServerResponse): Promise<boolean> => {
    if (network === 'offline') response.destroy()
    if (network === 'errors')
      response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify(serverError))
    if (network === 'slow') await sleep(slowMs)
    if (network === 'lost') {
      loseAnswer(response)
      network = 'normal'
    }
    return network !== 'offline' && network !== 'errors'
  }

  const isCall = (server: string, { url = '' }: IncomingMessage) =>
    server !== 'merchant' && server !== 'wallets' && url.startsWith('/pay/')

  const through =
    (server: string, listener: RequestListener): RequestListener =>
    async (request, response) => {
      if (request.url === eye) return answerEye(lab, response)
      addScript(response, eye)
      void listen(server, request, response)
      if (!isCall(server, request) || (await pass(response))) listener(request, response)
    }

  return {
    through,
    network: () => network,
    setNetwork: (wanted: Network) => {
      network = wanted
    },
    subscribe: (listener: (heard: Heard) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Wire = ReturnType<typeof openWire>
