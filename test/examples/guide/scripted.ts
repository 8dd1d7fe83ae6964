/** The guide's rules on a wallet that says what the test wants. */
import { vi } from 'vitest'
import { type Order, openCounter } from '../../../examples/guide/counter.ts'
import type { Notice, Opened, Seen, Wallet } from '../../../examples/merchant/wallet.ts'

export const [first, second] = ['a'.repeat(32), 'b'.repeat(32)] as const
export const paid = { state: 'paid', value: 990, currency: 'CNY', walletNumber: '1' } as const

type Answer = Readonly<Record<string, unknown>>

/** A refusal's code in the place of an answer. */
const tellingCode = async (answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer
  } catch (thrown) {
    const { status, answer: told } = Object(thrown)
    return { http: status, code: told.error.code, again: told.retryAfterSeconds }
  }
}

export const scripted = () => {
  const wallet = {
    name: 'wechat' as const,
    payee: 'Shop',
    replies: {
      accepted: { status: 200 as const, type: 'text/plain', body: 'accepted' },
      refused: { status: 403 as const, type: 'text/plain', body: 'refused' },
    },
    query: vi.fn(async (): Promise<Seen> => ({ state: 'open' })),
    open: vi.fn(async (): Promise<Opened> => ({ action: { kind: 'qr', content: 'code' } })),
    close: vi.fn(async (): Promise<'closed' | 'unresolved'> => 'closed'),
    refund: vi.fn(async (): Promise<'done' | 'waiting'> => 'done'),
    readNotice: async ({ body }: { body: string }): Promise<Notice | null> => JSON.parse(body),
  }
  const order: Order = { handle: 'order-1', title: 'Tea', value: 990 }
  const { answer, hear } = openCounter(wallet as Partial<Wallet> as Wallet, new Map([[order.handle, order]]))
  const ask = (call: 'prepare' | 'status' | 'close', payment: string, more: object) =>
    tellingCode(answer(call, 'application/json', { payment, order: order.handle, ...more }))
  return {
    order,
    wallet,
    prepare: (payment: string) => ask('prepare', payment, { platform: 'desktop-browser', accepts: ['qr'] }),
    status: (payment: string) => ask('status', payment, { nonce: '0'.repeat(32) }),
    close: (payment: string) => ask('close', payment, {}),
    hear: async (payment: string, news: Notice['news']) =>
      (await hear({ headers: new Headers(), body: JSON.stringify({ id: '1', payment, news }) })).body,
  }
}
