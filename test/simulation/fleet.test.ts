import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/core/ports.ts'
import { fakeHost } from '../../src/testing/fake.ts'
import { makeMerchant, openShop, qrAction } from '../checkout/shop.ts'
import { printed } from '../house/printed.ts'
import { beforeMs, binMs, type Outage, peakAfter, questionsOf, relative, strike } from './fleet.ts'

const clients = 100_000

const outages: readonly (Outage & { readonly most: number })[] = [
  { downMs: 60_000, holds: false, most: 1.5 },
  { downMs: 300_000, holds: false, most: 1.5 },
  { downMs: 60_000, holds: true, most: 2.2 },
  { downMs: 300_000, holds: true, most: 2.2 },
]

const nameOf = ({ downMs, holds }: Outage): string => `${holds ? 'held' : 'blind'}, down for ${downMs / 1_000} s`

/** One letter for each ten seconds: the busiest second in them, from nothing to 2.4 times the steady rate. */
const drawn = (rates: readonly number[]): string => {
  const perSign = 10_000 / binMs
  const heights = rates.map((rate) => '▁▂▃▄▅▆▇█'[Math.min(Math.floor((rate / 2.4) * 8), 7)] ?? '')
  return Array.from({ length: rates.length / perSign }, (_, place) =>
    [...heights.slice(place * perSign, (place + 1) * perSign)].sort().at(-1),
  ).join('')
}

const chart: string[] = []

describe(`${clients.toLocaleString('en')} clients, when the merchant is back`, () => {
  it.each(outages)(
    'ask at most $most times as often as ever, where held is $holds and it was down for $downMs ms',
    {
      timeout: 120_000,
    },
    (outage) => {
      const rates = relative(strike(clients, outage))
      const peak = peakAfter(outage, rates)
      chart.push(`${nameOf(outage).padEnd(23)}${peak.toFixed(2)}  ${drawn(rates)}\n`)
      expect(peak).toBeLessThan(outage.most)
    },
  )

  it('are drawn in the documents as they were', () => {
    const text = `\`\`\`text\n${chart.join('')}\`\`\`\n`
    expect(printed('CONTRIBUTING.md', 'fleet', text)).toBe(text)
  })
})

/** A real checkout that shows a code, and a merchant that is down: when it asks, and the chances it took. */
const realClient = async ({ downMs, holds }: Outage, seed: number) => {
  const chances: number[] = []
  const asks: { readonly atMs: number; readonly taken: number }[] = []
  const merchant = makeMerchant({ prepare: () => ({ ...prepared, action: qrAction }) })
  const fake = fakeHost({ seed })
  const { host } = fake
  const later = (delayMs: number, reply: () => Reply | Promise<Reply>) =>
    new Promise<Reply>((resolve, reject) => {
      host.after(delayMs, () => void Promise.resolve().then(reply).then(resolve, reject))
    })
  const down = () => Promise.reject(new TypeError('Failed to fetch'))
  fake.setAnswer((url, request) => {
    if (url.endsWith('prepare')) return merchant.answer(url, request)
    const atMs = host.monotonicMs() - beforeMs
    asks.push({ atMs, taken: chances.length })
    if (atMs >= 0 && atMs < downMs) return down()
    const { waitSeconds = 0 } = request.body as { readonly waitSeconds?: number }
    const heldMs = holds ? waitSeconds * 1_000 : 0
    return atMs < 0 && atMs + heldMs > 0 ? later(-atMs, down) : later(heldMs, () => merchant.answer(url, request))
  })
  const chance = () => {
    chances.push(host.chance())
    return chances.at(-1) ?? 0
  }
  openShop({ ...fake, host: { ...host, chance } }).pay('order-1')
  await fake.advance(beforeMs + downMs + 60_000)
  return { asks, chances }
}

const prepared = { amount: { value: 990, currency: 'CNY' }, expiresInSeconds: 3_600 }

describe('a client of the fleet', () => {
  it.each(outages)('asks when a real one does, where held is $holds and it was down for $downMs ms', async (outage) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { asks, chances } = await realClient(outage, seed)
      const [first] = asks
      if (!first) throw new Error('a client that never asked')
      const left = chances.slice(first.taken)
      const client = { shownMs: -beforeMs, firstMs: first.atMs, chance: () => left.shift() ?? 0 }
      const told: number[] = []
      questionsOf(outage, client, outage.downMs + 60_000, (atMs) => told.push(atMs))
      expect(told, `seed ${seed}`).toEqual(asks.map(({ atMs }) => atMs))
    }
  })
})
