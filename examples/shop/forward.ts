/** Passes a call on to the merchant's server and streams the answer back, so that a page needs no second origin. */

/** Of one connection only: RFC 9110, 7.6.1. `host` and `content-length` are made anew by fetch. */
const perHop = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'host', 'content-length']

const passedOn = (headers: Headers): Headers => {
  const kept = new Headers(headers)
  for (const name of perHop) kept.delete(name)
  return kept
}

const unreached = () =>
  Response.json({ error: { code: 'merchant_silent', message: 'The shop’s server does not answer' } }, { status: 503 })

export const forward = async (request: Request, origin: string): Promise<Response> => {
  const { pathname, search } = new URL(request.url)
  const { method, body, signal } = request
  const streamed = body ? { body, duplex: 'half' } : {}
  const init = { method, headers: passedOn(request.headers), signal, redirect: 'manual' as const, ...streamed }
  try {
    const answer = await fetch(origin + pathname + search, init)
    return new Response(answer.body, { status: answer.status, headers: passedOn(answer.headers) })
  } catch {
    return unreached() // the page asks again by its own schedule
  }
}
