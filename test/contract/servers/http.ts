/** Faults in how a question is taken and how an answer leaves. */
import { leaving, type Plant } from './plant.ts'

const withHeaders = (response: Response, more: Record<string, string>) => {
  const headers = new Headers([...response.headers, ...Object.entries(more)])
  return new Response(response.body, { status: response.status, headers })
}

const isCall = ({ url }: Request, call = '(?:prepare|status|close)') => new RegExp(`/pay/${call}$`).test(url)

export const http: readonly Plant[] = [
  {
    caughtBy: 'post-only',
    fault: 'takes GET, too',
    around: (right) => async (request, env) => {
      if (request.method !== 'GET') return right(request, env)
      const { searchParams, origin, pathname } = new URL(request.url)
      const { accepts, ...asked } = Object.fromEntries(searchParams)
      const body = JSON.stringify({ ...asked, accepts: [accepts] })
      return right(new Request(origin + pathname, { method: 'POST', headers: request.headers, body }), env)
    },
  },
  {
    caughtBy: 'json-only',
    fault: 'parses whatever content type comes',
    around: (right) => (request, env) => {
      if (isCall(request)) request.headers.set('content-type', 'application/json')
      return right(request, env)
    },
  },
  {
    caughtBy: 'not-stored',
    fault: 'lets answers be kept for a minute',
    around: leaving((response) => withHeaders(response, { 'cache-control': 'public, max-age=60' })),
  },
  {
    caughtBy: 'own-origins',
    fault: 'allows whatever origin asks, with credentials',
    around: leaving((response, request) =>
      withHeaders(response, {
        'access-control-allow-origin': request.headers.get('origin') ?? '*',
        'access-control-allow-credentials': 'true',
      }),
    ),
  },
  {
    caughtBy: 'no-redirect',
    fault: 'sends a close on to another address',
    around: (right) => async (request, env) =>
      isCall(request, 'close') ? Response.redirect(`${request.url}/`, 308) : right(request, env),
  },
  {
    caughtBy: 'error-form',
    fault: 'tells errors as a page of HTML',
    around: leaving((response) =>
      response.status < 400
        ? response
        : new Response('<h1>Bad Request</h1>', { status: response.status, headers: { 'content-type': 'text/html' } }),
    ),
  },
  {
    caughtBy: 'error-form',
    fault: 'tells errors with HTTP 200',
    around: leaving((response) => new Response(response.body, { status: 200, headers: response.headers })),
  },
  {
    caughtBy: 'malformed-bodies',
    fault: 'falls over a body that it cannot read',
    around: leaving((response, { url }) =>
      response.status === 400 && url.endsWith('/status')
        ? Response.json(
            { error: { code: 'internal', message: 'Cannot read properties of undefined' } },
            { status: 500 },
          )
        : response,
    ),
  },
  {
    caughtBy: 'session-needed',
    fault: 'asks nobody for a session',
    around: (right) => (request, env) => {
      request.headers.set('authorization', 'Bearer street')
      return right(request, env)
    },
  },
]
