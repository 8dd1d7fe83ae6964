/**
 * Many payments under way on one checkout in one process: heap, CPU and timers for a payment, the busiest second of
 * questions, how late the last word was heard, and whether each settled exactly once.
 */
import type { Checkout } from '../../src/core/checkout.ts'
import { makeServer, nowhere, ordersOf } from './crowd.ts'
import { type Figure, middle, times } from './figure.ts'

/** As it is shipped: what runs the tests gives every function a name of its own, which costs 8 KB a payment. */
const { createCheckout }: typeof import('../../src/till.ts') = await import(
  new URL('../../dist/till.js', import.meta.url).href
)

const sizes = [100, 1_000, 10_000]
const rounds = 3

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** What is in use once garbage is gone. */
const inUse = () => {
  globalThis.gc?.()
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  return { heap: process.memoryUsage().heapUsed, timers }
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const begin = (checkout: Checkout, size: number) => {
  const orders = ordersOf(size)
  const startMs = performance.now()
  const payments = orders.map(({ order, options }) => checkout.pay(order, options))
  return { payments, startMs, begunMs: performance.now() - startMs }
}

const measure = async (size: number) => {
  const server = makeServer()
  const checkout = createCheckout({ send: server.send, folder: { fs: nowhere, path: '' } })
  const [before, cpuBefore] = [inUse(), cpuMs()]
  const { payments, startMs, begunMs } = begin(checkout, size)
  const told = payments.map(async ({ id, result }) => {
    const { status } = await result
    return { status, lateMs: performance.now() - server.paidAtMs(id) }
  })
  await sleep(3_000)
  const amidst = inUse()
  const all = await Promise.all(told)
  const [tookMs, cpuAfter] = [performance.now() - startMs, cpuMs()]
  const paid = all.filter(({ status }) => status === 'paid').length
  if (paid !== size) throw new Error(`${paid} of ${size} payments were paid`)
  await sleep(100)
  return {
    heapKb: (amidst.heap - before.heap) / size / 1_024,
    cpuMs: (cpuAfter - cpuBefore) / size,
    begunMs,
    tookS: tookMs / 1_000,
    timers: (amidst.timers - before.timers) / size,
    left: Math.max(0, inUse().timers - before.timers),
    questions: server.questions() / size,
    busiest: server.busiest(),
    lateMs: middle(all.map(({ lateMs }) => lateMs)).value,
  }
}

type Measured = Awaited<ReturnType<typeof measure>>

/** The last figure is the bar of the most payments. */
const rows: readonly (readonly [what: string, key: keyof Measured, unit: Figure['unit'], bar?: number])[] = [
  ['heap each', 'heapKb', 'KB', 4],
  ['CPU each', 'cpuMs', 'ms'],
  ['all begun in', 'begunMs', 'ms'],
  ['all told in, of which 8 s until they are paid', 'tookS', 's'],
  ['timers each', 'timers', 'timers'],
  ['timers left after the end', 'left', 'timers', 0],
  ['questions each', 'questions', 'requests'],
  ['questions in the busiest second', 'busiest', 'requests'],
  ['told after, at the median', 'lateMs', 'ms'],
]

const figuresOf = (size: number, all: ReadonlyMap<number, readonly Measured[]>): readonly Figure[] =>
  rows.map(([what, key, unit, bar]) => {
    const taken = (of: number) => middle((all.get(of) ?? []).map((measured) => measured[key]))
    const [own, small] = [taken(size), taken(100)]
    return {
      of: 'many',
      name: `${size.toLocaleString('en')} payments: ${what}`,
      ...own,
      unit,
      ...(small.value > 0 && { against: times(own.value, '100 payments', small.value) }),
      ...(bar !== undefined && size === sizes.at(-1) && { bar }),
    }
  })

export const many = async (): Promise<readonly Figure[]> => {
  await measure(100) // warms up
  const all = new Map<number, Measured[]>(sizes.map((size) => [size, []]))
  for (let round = 0; round < rounds; round += 1) for (const size of sizes) all.get(size)?.push(await measure(size))
  return sizes.flatMap((size) => figuresOf(size, all))
}
