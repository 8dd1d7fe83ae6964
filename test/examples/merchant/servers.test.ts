/** Several servers on one store, one after another or at once. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { newId, openMarket, send, until } from './market.ts'

const url = process.env.DATABASE_URL

it('knows after a restart what it knew before', async () => {
  const market = await openMarket(
    url ? {} : { store: { dataDir: join(mkdtempSync(join(tmpdir(), 'isopay-')), 'deep/store') } },
  )
  const [payment, order] = [newId(), await market.order()]
  const first = await market.prepare(payment, order)
  await market.merchant.stop()
  const again = await market.another()
  const { body } = await market.prepare(payment, order, {}, again.origin)
  expect(body.action).toEqual(first.body.action)
  await again.stop()
  await market.stopOthers()
})

it('answers those who wait when it stops, and then is gone', async () => {
  const market = await openMarket()
  const [payment, order] = [newId(), await market.order()]
  await market.prepare(payment, order)
  const held = market.status(payment, order, { waitSeconds: 30 })
  await new Promise((done) => setTimeout(done, 200))
  const began = Date.now()
  await market.merchant.stop()
  expect((await held).body.status).toBe('pending')
  expect(Date.now() - began).toBeLessThan(3000)
  await expect(send(`${market.merchant.origin}/orders`, {})).rejects.toThrow()
  await market.stopOthers()
})

if (url)
  describe('on one PostgreSQL', () => {
    it('wakes who waits at one server when another hears of the money', async () => {
      const market = await openMarket()
      const other = await market.another()
      const [payment, order] = [newId(), await market.order()]
      const { body } = await market.prepare(payment, order)
      const held = market.status(payment, order, { waitSeconds: 20 }, other.origin)
      await new Promise((done) => setTimeout(done, 300))
      const began = Date.now()
      await market.phone.scanAndPay('wechat', body.action?.content)
      expect((await held).body).toMatchObject({ status: 'paid', paidBy: payment })
      // Sooner than the look that a held answer takes of itself every 5 s.
      expect(Date.now() - began).toBeLessThan(2000)
      await other.stop()
      await market.stop()
    })

    it('opens one wallet order where both servers are asked at once', async () => {
      const market = await openMarket()
      const other = await market.another()
      const [payment, order] = [newId(), await market.order()]
      const answers = await Promise.all(
        [market.merchant.origin, other.origin, market.merchant.origin, other.origin].map((at) =>
          market.prepare(payment, order, {}, at),
        ),
      )
      expect(new Set(answers.map(({ body }) => body.action?.content)).size).toBe(1)
      expect(market.wallets.ledger.trades()).toHaveLength(1)
      await other.stop()
      await market.stop()
    })

    it('hears again after the database cut its connections', async () => {
      const market = await openMarket()
      const client = new pg.Client(url)
      await client.connect()
      const ours = `from pg_stat_activity where application_name = '${market.storeName}' and query ilike 'listen %'`
      expect((await client.query(`select pg_terminate_backend(pid) ${ours}`)).rowCount).toBeGreaterThan(0)
      await until(async () => {
        const listening = await client.query(`select 1 ${ours}`)
        return listening.rowCount !== 0
      })
      await client.end()
      const [payment, order] = [newId(), await market.order()]
      const { body } = await market.prepare(payment, order)
      const held = market.status(payment, order, { waitSeconds: 20 })
      const began = Date.now()
      await market.phone.scanAndPay('wechat', body.action?.content)
      expect((await held).body.status).toBe('paid')
      expect(Date.now() - began).toBeLessThan(3000)
      await market.stop()
    })
  })
