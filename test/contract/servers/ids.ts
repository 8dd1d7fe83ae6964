/** Faults in what an id stands for. */
import { findOrder } from '../../../examples/merchant/orders.ts'
import { findPayment } from '../../../examples/merchant/payments.ts'
import { wordOn } from '../../../examples/merchant/word.ts'
import { asAnother, type Body, before, newId, type Plant, type Told } from './plant.ts'

type Office = Parameters<typeof findOrder>[0]

/** One more order at the wallet, of which the merchant's books know nothing. */
const openAgain = async (office: Office, { order, payment }: Body, { http, body }: Told): Promise<Told> => {
  const { title, value, currency } = await findOrder(office, String(order))
  const expiresAt = new Date(Math.ceil(Date.now() / 1000 + 900) * 1000)
  const charge = { title, value, currency, expiresAt, platform: '', payer: null, payerIp: '127.0.0.1' }
  const opened = await office.wallets.wechat.open('qr', { ...charge, payment: newId() })
  const { action } = opened as { action: Body }
  const { status: _, ...rest } = body
  return { http, body: { expiresInSeconds: 900, ...rest, payment, order, action } }
}

const codeOf = ({ body }: Told): unknown => Object(body.error).code

export const ids: readonly Plant[] = [
  {
    caughtBy: 'same-action',
    fault: 'opens a wallet order each time it is asked',
    around: before('prepare', async (asked, ask, office) => {
      const told = await ask(asked)
      return 'action' in told.body ? openAgain(office, asked, told) : told
    }),
  },
  {
    caughtBy: 'same-action-at-once',
    fault: 'looks first and writes later, so that two at once both open an order',
    around: (right, office) => {
      const underWay = new Set<unknown>()
      return before('prepare', async (asked, ask) => {
        if (underWay.has(asked.payment)) return asAnother(asked, ask)
        underWay.add(asked.payment)
        const told = await ask(asked)
        underWay.delete(asked.payment)
        return told
      })(right, office)
    },
  },
  {
    caughtBy: 'id-of-one-order',
    fault: 'takes an id again for another order',
    around: before('prepare', async (asked, ask) => {
      const told = await ask(asked)
      return codeOf(told) === 'payment_conflict' ? asAnother(asked, ask) : told
    }),
  },
  {
    caughtBy: 'no-crash',
    fault: 'falls over an id that is another order’s',
    around: before('prepare', async (asked, ask) => {
      const told = await ask(asked)
      const error = { code: 'internal', message: 'duplicate key value' }
      return codeOf(told) === 'payment_conflict' ? { http: 500, body: { error } } : told
    }),
  },
  {
    caughtBy: 'status-of-another-order',
    fault: 'looks payments up by their id alone',
    around: before('status', async (asked, ask, office) => {
      const told = await ask(asked)
      const payment = codeOf(told) === 'payment_conflict' && (await findPayment(office, String(asked.payment)))
      if (!payment) return told
      return { http: 200, body: { ...(await wordOn(office, payment.order, payment.id)), ...asked } }
    }),
  },
  {
    caughtBy: 'channel-fixed',
    fault: 'opens the same payment with a second wallet',
    around: before('prepare', async (asked, ask) => {
      const told = await ask(asked)
      return codeOf(told) === 'channel_fixed' ? asAnother(asked, ask) : told
    }),
  },
  {
    caughtBy: 'one-open',
    fault: 'opens a second payment beside the first',
    around: (right, office) => {
      const first = new Map<unknown, unknown>()
      return before('prepare', async (asked, ask) => {
        const other = first.get(asked.order) ?? asked.payment
        if (other === asked.payment) {
          const told = await ask(asked)
          if ('action' in told.body) first.set(asked.order, other)
          return told
        }
        const told = await ask({ ...asked, payment: other })
        return 'action' in told.body ? openAgain(office, asked, told) : ask(asked)
      })(right, office)
    },
  },
  {
    caughtBy: 'close-remembered',
    fault: 'says closed to an id that it never heard of, and forgets it',
    around: before('close', async (asked, ask, office) => {
      if (await findPayment(office, String(asked.payment))) return ask(asked)
      const { value, currency } = await findOrder(office, String(asked.order))
      return { http: 200, body: { ...asked, amount: { value, currency }, status: 'closed' } }
    }),
  },
  {
    caughtBy: 'close-closes',
    fault: 'does not know a payment any more once it is closed',
    around: (right, office) => {
      const closed = new Set<unknown>()
      return before('close', async (asked, ask) => {
        if (closed.has(asked.payment)) return { http: 404, body: { error: { code: 'gone', message: 'No payment' } } }
        closed.add(asked.payment)
        return ask(asked)
      })(right, office)
    },
  },
]
