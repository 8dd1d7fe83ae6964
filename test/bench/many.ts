/**
 * `npm run bench`: many payments under way on one checkout in one process. Printed for each size: heap for a payment, CPU,
 * the busiest second of questions, how late the last word was heard, and whether each settled exactly once.
 */

import type { CheckoutOptions, FileSystem } from '../../src/till.ts'

/** As it is shipped: what runs the tests gives every function a name of its own, which costs 8 KB a payment. */
const { createCheckout }: typeof import('../../src/till.ts') = await import(
  new URL('../../dist/till.js', import.meta.url).href
)

const amount = { value: 990, currency: 'CNY' }
const paidAfterMs = 8_000
const sizes = [100, 1_000, 10_000]

interface Asked {
  readonly payment: string
  readonly order: string
  readonly nonce?: string
  readonly waitSeconds?: number
}

/** A server that holds no answer: the worst for one who asks. */
const makeServer = () => {
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
  return { send, paidAt, questions, busiest: () => Math.max(...perSecond.values()) }
}

/** What a till writes down is on its disk, not in its heap. */
const nowhere: FileSystem = {
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

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

const median = (numbers: readonly number[]) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0

const measure = async (size: number) => {
  const server = makeServer()
  const checkout = createCheckout({ send: server.send, folder: { fs: nowhere, path: '' } })
  const before = heap()
  const cpu = process.cpuUsage()
  const late: number[] = []
  let settled = 0
  const codeOf = (index: number) => `13${String(index).padStart(16, '0')}`
  const payments = Array.from({ length: size }, (_, index) =>
    checkout.pay(`order-${index}`, { identity: { kind: 'payment-code', value: codeOf(index) } }),
  )
  const results = payments.map(async (payment) => {
    const { status } = await payment.result
    settled += status === 'paid' ? 1 : 0
    late.push(performance.now() - (server.paidAt.get(payment.id) ?? 0))
  })
  await sleep(3_000)
  const used = heap() - before
  await Promise.all(results)
  const { user, system } = process.cpuUsage(cpu)
  return {
    payments: size,
    settled,
    'KB of heap each': Number((used / size / 1_024).toFixed(2)),
    'CPU ms each': Number(((user + system) / 1_000 / size).toFixed(2)),
    'questions each': Number((server.questions() / size).toFixed(1)),
    'busiest second': server.busiest(),
    'told late, ms': Math.round(median(late)),
  }
}

await measure(100) // warms up
console.table(
  await sizes.reduce(async (rows, size) => [...(await rows), await measure(size)], Promise.resolve([] as object[])),
)
process.exit()
