/**
 * Many payments under way on one checkout in one process: heap and CPU for a payment, the busiest second of questions, how
 * late the last word was heard, and whether each settled exactly once.
 */
import type { CheckoutOptions, FileSystem } from '../../src/till.ts'
import { type Figure, round, times } from './figure.ts'

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
  if (settled !== size) throw new Error(`${settled} of ${size} payments were paid`)
  return {
    kilobytes: used / size / 1_024,
    cpuMs: (user + system) / 1_000 / size,
    questions: server.questions() / size,
    busiest: server.busiest(),
    lateMs: median(late),
  }
}

type Measured = Awaited<ReturnType<typeof measure>>

const figuresOf = (size: number, measured: Measured, first: Measured): readonly Figure[] => {
  const of = 'many'
  const payments = `${size.toLocaleString('en')} payments`
  const small = 'of 100 payments'
  const { kilobytes, cpuMs, questions, busiest, lateMs } = measured
  return [
    {
      of,
      name: `${payments}: heap each`,
      value: round(kilobytes),
      unit: 'KB',
      bar: 4,
      against: times(kilobytes, small, first.kilobytes),
    },
    { of, name: `${payments}: CPU each`, value: round(cpuMs), unit: 'ms', against: times(cpuMs, small, first.cpuMs) },
    { of, name: `${payments}: questions each`, value: round(questions), unit: 'requests' },
    { of, name: `${payments}: questions in the busiest second`, value: busiest, unit: 'requests' },
    { of, name: `${payments}: told after, at the median`, value: round(lateMs), unit: 'ms' },
  ]
}

export const many = async (): Promise<readonly Figure[]> => {
  await measure(100) // warms up
  const figures: Figure[] = []
  let first: Measured | undefined
  for (const size of sizes) {
    const measured = await measure(size)
    first ??= measured
    figures.push(...figuresOf(size, measured, first))
  }
  return figures
}
