/**
 * Many payments at once while servers are killed in the middle: nothing is lost, nothing is taken twice.
 * `npm run storm` has 500 payers in each; `PAYERS` says how many. PGlite lives in one process, so it has one server.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStore, type StorePlace } from '../../../examples/merchant/store.ts'
import type { Ledger } from '../../../examples/wallets/ledger.ts'
import { startWallets, type Wallets } from '../../../examples/wallets/wallets.ts'
import { type Outcome, pay } from './crowd.ts'
import { newStore, phoneAt, send, shopOrigin, until } from './market.ts'
import { openStreet, type Street } from './street.ts'

const payers = Number(process.env.PAYERS ?? 30)
const value = 990

const streets = [
  { store: 'PGlite', servers: 1 },
  ...(process.env.DATABASE_URL ? [1, 3].map((servers) => ({ store: 'PostgreSQL', servers })) : []),
]

const placeFor = async (store: string, dataDir: string): Promise<Awaited<ReturnType<typeof newStore>>> =>
  store === 'PGlite' ? { place: { dataDir: join(dataDir, 'store') }, name: '', drop: async () => {} } : newStore()

const envOf = ({ databaseUrl, dataDir }: StorePlace): Record<string, string> =>
  databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: dataDir ?? '' }

/** A second device with the other wallet in each fourth. */
const devicesOf = (index: number) => (index % 4 === 0 ? 2 : 1)

const keptFor = (ledger: Ledger, { ids }: Outcome): number =>
  ids.reduce((sum, id) => sum + ledger.taken(id) * value - ledger.returned(id), 0)

/** What the merchant's own rows say. */
const readBooks = async (place: StorePlace) => {
  const store = await openStore(place)
  const orders = await store.sql<{ handle: string; paidBy: string | null }>(
    'select handle, paid_by as "paidBy" from orders',
  )
  const paid = await store.sql<{ id: string }>(`select id from payments where status = 'paid'`)
  const [back] = await store.sql<{ sum: number }>(
    'select coalesce(sum(value), 0)::integer as sum from refunds where done',
  )
  await store.stop()
  return { orders, paid: paid.map(({ id }) => id).sort(), back: back?.sum }
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? 0

const report = (outcomes: readonly Outcome[], ledger: Ledger): string => {
  const times = outcomes.map(({ ms }) => ms / 1000).sort((a, b) => a - b)
  const kept = outcomes.map((outcome) => keptFor(ledger, outcome))
  const twice = kept.filter((each) => each > value).length
  const lost = outcomes.filter(({ status }, index) => status !== 'paid' || (kept[index] ?? 0) < value).length
  const unanswered = outcomes.reduce((sum, each) => sum + each.unanswered, 0)
  return (
    `${outcomes.length} payments at once, 2 kills: ${lost} lost, ${twice} twice; ${ledger.refunds().length} surplus ` +
    `given back, ${unanswered} calls unanswered; paid after ${at(times, 0.5).toFixed(1)} s (p50), ` +
    `${at(times, 0.95).toFixed(1)} s (p95), all in ${at(times, 0.999).toFixed(1)} s`
  )
}

/** All pay at once; a server is killed when a quarter of them have, and one more when most have. */
const storm = async (street: Street, servers: number, { origin, ledger }: Wallets): Promise<Outcome[]> => {
  const orders: string[] = []
  for (let index = 0; index < payers; index += 1)
    orders.push(String((await send(`${street.origin}/orders`, { title: `Tea ${index}`, value })).body.order))
  const killAfter = async (part: number, index: number) => {
    while (ledger.payments().length < payers * part) await new Promise((done) => setTimeout(done, 10))
    await street.killAndRestart(index % servers)
  }
  const phone = phoneAt(origin)
  const paying = orders.map((order, index) => pay(street.origin, phone, order, devicesOf(index)))
  const [outcomes] = await Promise.all([Promise.all(paying), killAfter(0.25, 0), killAfter(0.6, 1)])
  // A surplus goes back after the payer was told.
  await until(() => outcomes.every((outcome) => keptFor(ledger, outcome) <= value))
  return outcomes
}

it.each(streets)(
  'nothing is lost and nothing is taken twice: $servers on $store',
  async ({ store, servers }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'isopay-killed-'))
    const wallets = await startWallets({ port: 0, dataDir, gapsMs: [200, 400, 800, 1600, 3200] })
    const { ledger } = wallets
    const { place, drop } = await placeFor(store, dataDir)
    const accounts = join(dataDir, 'accounts.json')
    const env = { ACCOUNTS: accounts, WALLETS: wallets.origin, PUBLIC_ORIGINS: shopOrigin, ...envOf(place) }
    const street = await openStreet(servers, env)
    const stop = async () => {
      await street.stop()
      await wallets.stop()
    }
    const outcomes = await storm(street, servers, wallets).finally(stop)
    const books = await readBooks(place)
    await drop()
    console.log(`${servers} on ${store}: ${report(outcomes, ledger)}`)

    for (const outcome of outcomes) {
      expect(outcome.status, outcome.story.slice(-20).join('\n')).toBe('paid')
      expect(keptFor(ledger, outcome)).toBe(value)
      for (const id of outcome.ids) expect(ledger.taken(id)).toBeLessThanOrEqual(1)
    }
    expect(books.orders.every(({ paidBy }) => paidBy !== null)).toBe(true)
    expect(books.paid).toEqual(
      ledger
        .payments()
        .map(({ number }) => number)
        .sort(),
    )
    expect(books.back).toBe(ledger.refunds().reduce((sum, refund) => sum + refund.value, 0))
    expect(outcomes.some(({ unanswered }) => unanswered > 0)).toBe(true)
  },
  900_000,
)
