/** Stands in front of a merchant's server: each of the contract's calls goes through Prism, and is written down. */
import type { IncomingMessage, RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Prism, startPrism } from './prism.ts'

/** `faults` are Prism's own words: what in the question or in the answer is not as the document has it. */
interface Seen {
  readonly call: string
  readonly status: number
  readonly faults: readonly string[]
}

interface Problem {
  title: string
  validation?: { location: string[]; message: string }[]
}

/** What Prism sends on comes back to the same server, and has to be known there. */
const mark = 'x-seen-by-prism'

const isCall = ({ url = '', headers }: IncomingMessage): boolean =>
  /\/(?:prepare|status|close)$/.test(url) && headers[mark] === undefined

const faultsIn = (type: string | null, body: string): string[] => {
  if (type !== 'application/problem+json') return []
  const { title, validation }: Problem = JSON.parse(body)
  return validation?.map(({ location, message }) => `${location.join('.')}: ${message}`) ?? [title]
}

/** One for each endpoint: a server may have one more where a platform wants its answers in another form. */
const makePrisms = () => {
  const started = new Map<string, Promise<Prism>>()
  const at = (endpoint: string): Promise<Prism> => {
    const prism = started.get(endpoint) ?? startPrism(endpoint)
    started.set(endpoint, prism)
    return prism
  }
  const stop = async () => {
    for (const prism of started.values()) await (await prism).stop()
  }
  return { at, stop }
}

export const openCheckpoint = () => {
  const seen: Seen[] = []
  const prisms = makePrisms()
  const passOn = getRequestListener(async (request) => {
    const { url, method, signal } = request
    const [endpoint = '', call = ''] = url.split(/\/(?=\w+$)/)
    const { origin } = await prisms.at(endpoint)
    const headers = { 'content-type': request.headers.get('content-type') ?? '', [mark]: 'yes' }
    // Prism sends a body on with its length, and would pass on a stream's header beside that.
    const answer = await fetch(`${origin}/${call}`, { method, headers, body: await request.text(), signal })
    const { status } = answer
    const body = await answer.text()
    seen.push({ call, status, faults: faultsIn(answer.headers.get('content-type'), body) })
    return new Response(body, answer)
  })
  return {
    seen: seen as readonly Seen[],
    /** The same server, with the checkpoint before it. */
    before:
      (listener: RequestListener): RequestListener =>
      (request, response) =>
        isCall(request) ? passOn(request, response) : listener(request, response),
    stop: prisms.stop,
  }
}
