/** The way between a page and the merchant, and what may become of a request on it. */
import type { Reply, Request } from '../../src/core/ports.ts'
import type { Call, Step } from './faults.ts'
import type { MerchantLine } from './ledger.ts'
import type { Body, Said } from './merchant.ts'
import type { Page } from './page.ts'
import type { Town } from './town.ts'

const travelMs = 30
const foreignId = 'f'.repeat(32)

/** Answered at the edge: the server never saw the request. */
const edge: Readonly<Record<string, (town: Town) => Reply>> = {
  '500': () => ({ status: 500, body: undefined }),
  '503-retry-after': () => ({ status: 503, body: undefined, retryAfter: '7' }),
  '429-retry-date': ({ timeline }) => ({
    status: 429,
    body: undefined,
    retryAfter: new Date(Date.UTC(2026, 10, 24) + timeline.nowMs() + 9_000).toUTCString(),
  }),
  '403': () => ({ status: 403, body: undefined }),
}

/** What `Retry-After` asks for, in one form or the other. */
const laterMs: Readonly<Record<string, number>> = { '503-retry-after': 7_000, '429-retry-date': 7_500 }

const paid = (body: Body): Body => ({ ...body, action: undefined, status: 'paid' })

/** The answer arrives, and is not what the server said. */
const damage: Readonly<Record<string, (body: Body, town: Town) => Body | undefined>> = {
  html: () => undefined,
  half: ({ amount: _, ...rest }) => rest,
  'foreign-payment': (body) => ({ ...paid(body), payment: foreignId }),
  'foreign-order': (body) => ({ ...paid(body), order: 'order-9' }),
  'foreign-nonce': (body) => ({ ...paid(body), nonce: foreignId }),
  // Only where the client was told of another: a till takes up its payments without it.
  'foreign-amount': (body, { story }) =>
    story.expects && story.way !== 'till' ? { ...paid(body), amount: { value: 1, currency: 'CNY' } } : body,
  'unknown-status': (body) => ({ ...paid(body), status: 'done' }),
  'unknown-action': (body) => ({ ...body, status: undefined, action: { kind: 'telepathy' }, expiresInSeconds: 60 }),
}

const unheard = ['silence', 'answer-silent', 'late']
const unserved = ['unreachable', 'silence']

const statusIn = ({ body }: Said): string =>
  body.action ? 'offer' : String(body.status ?? (body.error as { code?: string } | undefined)?.code)

interface Line {
  readonly call: Call
  readonly payment: string
  readonly order: string
  readonly page: number
  readonly request: number
}

/** The request reaches the server; what it says is written down and handed to `tell`. */
const serve = (town: Town, page: Page, line: Line, asked: Body, tell: (said: Said) => void): void => {
  const { merchant, book } = town
  const asker = { page: page.id, strike: (step: Step) => town.pass(step, page) }
  merchant.answer(line.call, asked, asker, (said) => {
    const expiresMs = Number(said.body.expiresInSeconds ?? 0) * 1_000
    book.merchant({ did: 'said', ...line, status: statusIn(said), expiresMs })
    tell(said)
  })
}

/** What a request says of the payer. */
const payerIn = ({ identity, wallet }: Body): Pick<MerchantLine, 'code' | 'wallet'> => {
  const { kind, value } = (identity ?? {}) as { kind?: string; value?: string }
  return {
    ...(value !== undefined && { code: `${kind}:${value}` }),
    ...(wallet !== undefined && { wallet: `${wallet}` }),
  }
}

export const send = (town: Town, page: Page, url: string, request: Request): Promise<Reply> =>
  new Promise((resolve, reject) => {
    if (request.signal.aborted) return reject(new TypeError('aborted'))
    const { timeline, book } = town
    const call = url.slice(url.lastIndexOf('/') + 1) as Call
    const asked = request.body as Body
    const { payment, order } = asked as { payment: string; order: string }
    const line: Line = { call, payment, order, page: page.id, request: town.countRequest() }
    let open = true
    let forgetTimeout = () => {}
    let forgetAbort = () => {}

    const end = (finish: () => void) => {
      if (!open) return
      open = false
      forgetTimeout()
      forgetAbort()
      book.merchant({ did: 'over', ...line })
      finish()
    }
    const lose = (reason: string) => end(() => reject(new TypeError(reason)))
    const deliver = (delayMs: number, reply: Reply, expiresMs = 0) =>
      page.later(delayMs, () => {
        town.pass(`${call}.answer`, page)
        if (!page.isAlive()) return
        end(() => {
          if (expiresMs > 0) book.merchant({ did: 'said', ...line, status: 'later', expiresMs })
          resolve(reply)
        })
      })

    book.merchant({ did: 'sent', ...line, ...payerIn(asked) })
    if (typeof asked.returnUrl === 'string') town.returnUrls.set(payment, asked.returnUrl)
    const fault = town.isOffline() ? 'unreachable' : town.pass(call, page)
    forgetAbort = request.signal.onAbort(() => lose('aborted'))
    if (!open) return
    forgetTimeout = page.later(request.timeoutMs, () => lose('timed out'))

    const hear = ({ http, body }: Said): void => {
      if (fault === 'answer-lost') page.later(travelMs, () => lose('Failed to fetch'))
      if (fault === 'answer-lost' || (fault && unheard.includes(fault))) return
      const replayed = fault === 'replayed' ? town.lastSaid.get(call) : undefined
      town.lastSaid.set(call, body)
      const spoilt = fault && damage[fault] ? damage[fault](body, town) : (replayed ?? body)
      deliver(fault === 'slow' ? 5_000 : travelMs, { status: http, body: spoilt })
    }

    const early = fault === undefined ? undefined : edge[fault]
    if (early) return void deliver(2 * travelMs, early(town), laterMs[fault ?? ''])
    if (fault === 'unreachable') page.later(2 * travelMs, () => lose('Failed to fetch'))
    if (fault && unserved.includes(fault)) return
    if (fault === 'twice') timeline.at(3 * travelMs, () => serve(town, page, line, asked, () => {}), false)
    timeline.at(fault === 'late' ? 6_000 : travelMs, () => serve(town, page, line, asked, hear), false)
  })
