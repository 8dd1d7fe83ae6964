/** The operator's own hands: the faults, the books, and the in-wallet browsers that were started. */
import { Hono } from 'hono'
import { choices, setFaults } from './faults.ts'
import type { Browser, Operator } from './operator.ts'

export const control = (operator: Operator): Hono => {
  const app = new Hono()
  app.get('/faults', (c) => c.json({ faults: operator.faults, choices }))
  app.post('/faults', async (c) => {
    const known = setFaults(operator.faults, await c.req.json<Record<string, unknown>>())
    return c.json({ faults: operator.faults, choices }, known ? 200 : 400)
  })
  app.get('/ledger', (c) => {
    const { trades, payments, refunds } = operator.ledger
    return c.json({ trades: trades(), payments: payments(), refunds: refunds() })
  })
  app.post('/browsers', async (c) => {
    operator.browsers.push(await c.req.json<Browser>())
    return c.body(null, 204)
  })
  app.delete('/browsers', async (c) => {
    const { origin } = await c.req.json<{ origin: string }>()
    operator.browsers = operator.browsers.filter((browser) => browser.origin !== origin)
    return c.body(null, 204)
  })
  return app
}
