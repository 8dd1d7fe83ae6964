/** Faults in what is told. */
import { before, type Plant, telling } from './plant.ts'

const amountOf = (body: object) => Object(Reflect.get(body, 'amount')) as { value: number; currency: string }

export const words: readonly Plant[] = [
  {
    caughtBy: 'nonce',
    fault: 'answers with a nonce of its own',
    around: telling('status', (body) => ({ ...body, nonce: '0'.repeat(32) })),
  },
  {
    caughtBy: 'bound',
    fault: 'names another payment than was asked about',
    around: telling('status', (body) => ({ ...body, payment: '1'.repeat(32) })),
  },
  {
    caughtBy: 'never-heard',
    fault: 'says closed of a payment that it never heard of',
    around: telling('status', (body) => (body.phase === 'not-found' ? { ...body, status: 'closed' } : body)),
  },
  {
    caughtBy: 'answers-fit',
    fault: 'sends null where there is nothing to say',
    around: telling('prepare', (body) => ({ ...body, payee: null })),
  },
  {
    caughtBy: 'answers-fit',
    fault: 'answers the wallet’s parameters bare, not as an action',
    around: telling('prepare', ({ action, ...body }) => ({ ...body, ...Object(action) })),
  },
  {
    caughtBy: 'numbers',
    fault: 'sends the amount as a text, in yuan',
    around: telling('status', (body) => ({ ...body, amount: { value: '9.90', currency: 'CNY' } })),
  },
  {
    caughtBy: 'expiry-told',
    fault: 'does not say how long the action lives',
    around: telling('prepare', ({ expiresInSeconds: _, ...body }) => body),
  },
  {
    caughtBy: 'expiry-counts-down',
    fault: 'says 900 seconds each time',
    around: telling('prepare', (body) => ('action' in body ? { ...body, expiresInSeconds: 900 } : body)),
  },
  {
    caughtBy: 'amount-stands',
    fault: 'adds a fee in status',
    around: telling('status', (body) => ({ ...body, amount: { ...amountOf(body), value: amountOf(body).value + 1 } })),
  },
  {
    caughtBy: 'amount-stands',
    fault: 'tells another currency at close',
    around: telling('close', (body) => ({ ...body, amount: { ...amountOf(body), currency: 'USD' } })),
  },
  {
    caughtBy: 'price-from-payer',
    fault: 'takes the price from the page',
    around: telling('prepare', (body, { value }) =>
      value === undefined ? body : { ...body, amount: { ...amountOf(body), value } },
    ),
  },
  {
    caughtBy: 'no-secrets',
    fault: 'answers with its keys, for debugging',
    around: telling('status', (body) => ({ ...body, debug: { mch_key: '8934e7d15453e97507ef794cf7b0519d' } })),
  },
  {
    caughtBy: 'unknown-fields',
    fault: 'refuses a field that it does not know',
    around: before('prepare', async (asked, ask) =>
      Object.keys(asked).some((name) => name.startsWith('isopay'))
        ? { http: 400, body: { error: { code: 'bad_request', message: 'additional property' } } }
        : ask(asked),
    ),
  },
  {
    caughtBy: 'unknown-kinds',
    fault: 'answers with a code, whatever was accepted',
    around: before('prepare', async (asked, ask) => ask({ ...asked, accepts: ['qr'] })),
  },
  {
    caughtBy: 'unknown-order',
    fault: 'says pending of an order that does not exist',
    around: before('status', async (asked, ask) => {
      const told = await ask(asked)
      const { payment, order, nonce } = asked
      const amount = { value: 1, currency: 'CNY' }
      return told.http === 404 ? { http: 200, body: { payment, order, nonce, amount, status: 'pending' } } : told
    }),
  },
  {
    caughtBy: 'long-poll',
    fault: 'never answers a held status',
    around: before('status', async (asked, ask) =>
      asked.waitSeconds === undefined ? ask(asked) : new Promise<never>(() => {}),
    ),
  },
  {
    caughtBy: 'busy-until',
    fault: 'says busy, and not until when',
    after: ['silent-wallet'],
    around: before('prepare', async (asked, ask) => {
      const { http, body } = await ask(asked)
      return { http, body: http === 409 ? { error: body.error } : body }
    }),
  },
]
