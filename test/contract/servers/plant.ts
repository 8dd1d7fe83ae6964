/** A fault, planted in the example merchant: in what it works with, or around one of its calls. */
import type { Office } from '../../../examples/merchant/office.ts'
import type { routes } from '../../../examples/merchant/routes.ts'

export type Fetch = ReturnType<typeof routes>['fetch']

export interface Plant {
  /** The check that must name it. */
  readonly caughtBy: string
  readonly fault: string
  /** Checks that have to be made before. */
  readonly after?: readonly string[]
  readonly office?: (office: Office) => Office
  readonly around?: (right: Fetch, office: Office) => Fetch
}

export type Body = Record<string, unknown>

export interface Told {
  http: number
  body: Body
}

type Ask = (body: Body) => Promise<Told>
type Work = (asked: Body, ask: Ask, office: Office) => Promise<Told>

const read = (text: string): Body | null => {
  const value: unknown = text.startsWith('{') && text.endsWith('}') ? JSON.parse(text) : null
  return typeof value === 'object' ? (value as Body) : null
}

/** Stands in front of one call (`prepare`, `status`, `close`), or of all; `ask` puts a question to the right server. */
export const before =
  (call: string, work: Work): NonNullable<Plant['around']> =>
  (right, office) =>
  async (request, env) => {
    const text = request.method === 'POST' && request.url.endsWith(`/${call}`) ? await request.clone().text() : ''
    const asked = read(text)
    if (asked === null) return right(request, env)
    const { headers, method, url } = request
    const ask: Ask = async (body) => {
      const response = await right(new Request(url, { method, headers, body: JSON.stringify(body) }), env)
      return { http: response.status, body: (await response.json()) as Body }
    }
    const { http, body } = await work(asked, ask, office)
    return Response.json(body, { status: http })
  }

/** Changes what one call answers where all is well. */
export const telling = (call: string, change: (body: Body, asked: Body) => Body) =>
  before(call, async (asked, ask) => {
    const told = await ask(asked)
    return told.http === 200 ? { ...told, body: change(told.body, asked) } : told
  })

/** Changes the answer as it leaves. */
export const leaving =
  (change: (response: Response, request: Request) => Response | Promise<Response>): NonNullable<Plant['around']> =>
  (right) =>
  async (request, env) =>
    change(await right(request, env), request)

export const newId = () => crypto.randomUUID().replaceAll('-', '')

/** Asks under another id, and tells it under the one that was asked with. */
export const asAnother = async (asked: Body, ask: Ask): Promise<Told> => {
  const { http, body } = await ask({ ...asked, payment: newId() })
  return { http, body: { ...body, payment: asked.payment } }
}
