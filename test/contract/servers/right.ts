/** Servers that are right, and leave less to be seen than the example merchant does. */
import { type Body, before, leaving, type Plant, telling } from './plant.ts'
import { wallets } from './wallets.ts'

/** By check: a part of what the report must say of it. */
type Remarks = Readonly<Record<string, string>>

export interface Right extends Pick<Plant, 'office' | 'around'> {
  readonly server: string
  /** What is looked at; everything, if nothing is named. */
  readonly only?: readonly string[]
  /** Kept as far as it was seen. */
  readonly seen: Remarks
  /** What was not checked, and what came instead. */
  readonly unchecked: Remarks
}

const statusBefore = ({ status }: Body) => (status === 'refunded' ? 'paid' : status)

const busy = 'HTTP 409 order_busy'

export const right: readonly Right[] = [
  {
    server: 'whose wallet refuses every early close',
    only: ['R2', 'R3', 'R4', 'R5', 'R7', 'close', 'unknown-kinds'],
    office: wallets(() => ({ close: async () => 'unresolved' })),
    seen: {
      'one-open': `a second payment was answered ${busy} and opened nothing`,
      'one-open-at-wallet': `a second payment was answered ${busy} and opened nothing`,
      'old-price': `after the price had changed, prepare was answered ${busy}`,
    },
    unchecked: { 'close-closes': 'close was answered pending, twice; needs a wallet that closes at once' },
  },
  {
    server: 'without a page in WeChat',
    only: ['R5'],
    office: wallets(({ name, ways }) => {
      const { 'wechat.bridge': _, ...others } = ways
      return name === 'wechat' ? { ways: others } : {}
    }),
    seen: {},
    unchecked: {
      'trip-carries-id':
        'does not apply: asked for wechat.bridge in WeChat’s browser, prepare was answered HTTP 422 unsupported',
      'used-code': 'needs a server that sends the payer to WeChat’s login (action authorize)',
    },
  },
  {
    server: 'with one wallet',
    only: ['channel-fixed'],
    around: before('prepare', async (asked, ask) => {
      const error = { code: 'unsupported', message: 'WeChat Pay alone' }
      return asked.wallet === 'alipay' ? { http: 422, body: { error } } : ask(asked)
    }),
    seen: {},
    unchecked: { 'channel-fixed': 'asked for alipay, prepare was answered HTTP 422 unsupported' },
  },
  {
    server: 'whose refund takes a while',
    only: ['refund-told'],
    around: (inner, office) => {
      let told = 0
      return telling('status', ({ refunded, ...body }) =>
        refunded !== undefined && ++told > 1 ? { ...body, refunded } : { ...body, status: statusBefore(body) },
      )(inner, office)
    },
    seen: {},
    unchecked: {},
  },
  {
    server: 'that hears its wallets elsewhere',
    only: ['unsigned-notice'],
    around: leaving((response, { url }) =>
      url.includes('/notify/') && response.status >= 400 ? new Response(null, { status: 404 }) : response,
    ),
    seen: {},
    unchecked: { 'unsigned-notice': 'nobody hears http' },
  },
]
