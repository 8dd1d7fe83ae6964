/** A merchant for many payments at once, and a disk that keeps nothing. */
import type { CheckoutOptions, FileSystem } from '../../src/till.ts'

const amount = { value: 990, currency: 'CNY' }
const paidAfterMs = 8_000

interface Asked {
  readonly payment: string
  readonly order: string
  readonly nonce?: string
  readonly waitSeconds?: number
}

/** It holds no answer: the worst for one who asks. */
export const makeServer = () => {
  const paidAt = new Map<string, number>()
  const perSecond = new Map<number, number>()
  const send: CheckoutOptions['send'] = async (call, body) => {
    const { payment, order, nonce } = body as Asked
    const now = performance.now()
    if (call === 'prepare') {
      paidAt.set(payment, now + paidAfterMs)
      return { payment, order, amount, expiresInSeconds: 60, action: { kind: 'code' } }
    }
    const second = Math.floor(now / 1_000)
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1)
    const status = now >= (paidAt.get(payment) ?? Number.POSITIVE_INFINITY) ? 'paid' : 'pending'
    return { payment, order, nonce, amount, status }
  }
  const questions = () => [...perSecond.values()].reduce((sum, each) => sum + each, 0)
  const paidAtMs = (payment: string) => paidAt.get(payment) ?? 0
  return { send, paidAtMs, questions, busiest: () => Math.max(...perSecond.values()) }
}

/** What a till writes down is on its disk, not in its heap. */
export const nowhere: FileSystem = {
  mkdirSync: () => {},
  readdirSync: () => [],
  readFileSync: () => {
    throw Object.assign(new Error(), { code: 'ENOENT' })
  },
  openSync: () => 0,
  writeSync: () => {},
  fsyncSync: () => {},
  closeSync: () => {},
  renameSync: () => {},
  linkSync: () => {},
  unlinkSync: () => {},
}

const codeOf = (index: number) => `13${String(index).padStart(16, '0')}`

/** Orders, each with a code of its own. */
export const ordersOf = (size: number) =>
  Array.from({ length: size }, (_, index) => ({
    order: `order-${index}`,
    options: { identity: { kind: 'payment-code' as const, value: codeOf(index) } },
  }))
