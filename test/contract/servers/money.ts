/** Faults in what is believed of the money. */
import type { Office } from '../../../examples/merchant/office.ts'
import { findPayment } from '../../../examples/merchant/payments.ts'
import type { Letter, Notice } from '../../../examples/merchant/wallet.ts'
import { wordOn } from '../../../examples/merchant/word.ts'
import { type Body, before, leaving, newId, type Plant, telling } from './plant.ts'
import { wallets } from './wallets.ts'

const claim = (payment: string, value: number): Notice => ({
  id: newId(),
  payment,
  news: { state: 'paid', value, currency: 'CNY', walletNumber: '42' },
})

/** WeChat's letter as it stands, neither verified nor decrypted. */
const plain = ({ body }: Letter): Notice | null => {
  const { resource }: { resource?: { out_trade_no?: string; amount?: { total: number } } } = JSON.parse(body)
  return resource?.out_trade_no === undefined ? null : claim(resource.out_trade_no, resource.amount?.total ?? 0)
}

/** Alipay's letter with its sign left alone. */
const unverified = ({ body }: Letter): Notice | null => {
  const told = new URLSearchParams(body)
  return claim(told.get('out_trade_no') ?? '', Math.round(Number(told.get('total_amount')) * 100))
}

/** Whatever came is taken for what was asked. */
const whatever = async (office: Office, notice: Notice | null): Promise<Notice | null> => {
  const payment = notice && (await findPayment(office, notice.payment))
  return payment && notice.news.state === 'paid'
    ? { ...notice, news: { ...notice.news, value: payment.value } }
    : notice
}

const enterAgain = `insert into payments (id, order_handle, value, currency, status)
  select $1, order_handle, value, currency, 'paid' from payments where status = 'paid' order by created_at desc limit 1`

const isOk = ({ err_msg }: Body) => err_msg === 'get_brand_wcpay_request:ok'

export const money: readonly Plant[] = [
  {
    caughtBy: 'paid-by-hint',
    fault: 'believes the page that the bridge said ok',
    around: telling('status', (body, asked) => (isOk(asked) ? { ...body, status: 'paid' } : body)),
  },
  {
    caughtBy: 'unsigned-notice',
    fault: 'reads WeChat’s notification without its signature',
    office: wallets(({ name, readNotice }) => ({
      readNotice: async (letter) =>
        name === 'wechat' && letter.body.startsWith('{') ? plain(letter) : readNotice(letter),
    })),
  },
  {
    caughtBy: 'forged-notice',
    fault: 'reads Alipay’s notification and leaves its sign alone',
    office: wallets(({ name, readNotice }) => ({
      readNotice: async (letter) => (name === 'alipay' ? unverified(letter) : readNotice(letter)),
    })),
  },
  {
    caughtBy: 'replayed-notice',
    fault: 'enters each notification as money that came',
    around: (right, office) =>
      leaving(async (response, { url }) => {
        if (url.includes('/notify/') && response.ok) await office.store.sql(enterAgain, [newId()])
        return response
      })(right, office),
  },
  {
    caughtBy: 'underpaid',
    fault: 'does not compare what came with what was asked',
    office: wallets(({ readNotice }, office) => ({
      readNotice: async (letter) => whatever(office, await readNotice(letter)),
    })),
  },
  {
    caughtBy: 'fresh',
    fault: 'waits for notifications and never looks itself',
    office: wallets(() => ({ query: async () => ({ state: 'open' }) })),
  },
  {
    caughtBy: 'one-open-at-wallet',
    fault: 'closes in its own books alone',
    office: wallets(() => ({ close: async () => 'closed' })),
  },
  {
    caughtBy: 'silent-wallet',
    fault: 'takes a wallet’s silence for "no such order"',
    office: wallets(({ query }) => ({
      query: async (payment, channel) => {
        const seen = await query(payment, channel)
        return seen.state === 'silent' ? { state: 'absent' } : seen
      },
    })),
  },
  {
    caughtBy: 'paid-is-told',
    fault: 'tells of the payment that was asked about, not of the order',
    around: telling('status', (body, { payment }) =>
      body.status === 'paid' && body.paidBy !== payment ? { ...body, status: 'pending', phase: 'not-found' } : body,
    ),
  },
  {
    caughtBy: 'paid-elsewhere',
    fault: 'lets the payment of one order pay another',
    around: before('status', async (asked, ask, office) => {
      const told = await ask(asked)
      if (told.http !== 409) return told
      const payment = await findPayment(office, String(asked.payment))
      if (payment?.status !== 'paid') return told
      return { http: 200, body: { ...(await wordOn(office, payment.order, payment.id)), ...asked } }
    }),
  },
  {
    caughtBy: 'close-paid',
    fault: 'says closed of what is paid',
    around: telling('close', (body) => (body.status === 'paid' ? { ...body, status: 'closed' } : body)),
  },
  {
    caughtBy: 'refund-told',
    fault: 'says paid of what was given back',
    around: telling('status', ({ refunded: _, ...body }) => ({
      ...body,
      status: body.status === 'refunded' ? 'paid' : body.status,
    })),
  },
  {
    caughtBy: 'old-price',
    fault: 'answers what it kept, whatever the order costs now',
    around: (right, office) => {
      const kept = new Map<unknown, Body>()
      return telling('prepare', (body, { payment }) => {
        const first = kept.get(payment) ?? body
        kept.set(payment, first)
        return Object(first.amount).value === Object(body.amount).value ? body : first
      })(right, office)
    },
  },
  {
    caughtBy: 'return-url',
    fault: 'sends the payer back to whatever page was named',
    office: (office) => ({ ...office, publicOrigins: Object.assign([], { includes: () => true }) }),
  },
  {
    caughtBy: 'trip-carries-id',
    fault: 'sends the payer to log in without naming the payment',
    office: wallets(({ authorizeUrl }) => ({ authorizeUrl: (_, returnUrl) => authorizeUrl('login', returnUrl) })),
  },
  {
    caughtBy: 'used-code',
    fault: 'sends a login code on each time it comes',
    around: before('prepare', async (asked, ask, office) => {
      const { value } = Object(asked.identity)
      if (value === undefined) return ask(asked)
      const told = await ask(asked)
      const again = await office.wallets.wechat.identify(value, 'oauth-code')
      const first = !Reflect.get(office, String(value))
      Reflect.set(office, String(value), true)
      if (first || again === 'silent' || 'payer' in again) return told
      return { http: 422, body: { error: { code: 'identity_refused', message: again.refused } } }
    }),
  },
]
