/** What can be bought, and the orders for it. A page names a product; what it costs is the shop's own word. */
import { Hono } from 'hono'

/** `value` counts fen. */
const products = [
  { id: 'longjing', zh: '西湖龙井', en: 'Longjing tea', value: 2990 },
  { id: 'tieguanyin', zh: '安溪铁观音', en: 'Tieguanyin tea', value: 1880 },
  { id: 'cup', zh: '白瓷茶杯', en: 'Porcelain cup', value: 990 },
] as const

const largestTyped = 500_000

interface Wanted {
  product?: unknown
  value?: unknown
}

/** A product's price, or the amount that the payer of a printed code typed; null where it is neither. */
const priced = ({ product, value }: Wanted): { title: string; value: number } | null => {
  const chosen = products.find(({ id }) => id === product)
  if (chosen) return { title: `${chosen.zh} ${chosen.en}`, value: chosen.value }
  const typed = Number.isInteger(value) ? Number(value) : 0
  if (product !== undefined || typed < 1 || typed > largestTyped) return null
  return { title: '到店付款 Paid in the shop', value: typed }
}

export const orders = (merchant: string): Hono => {
  const app = new Hono()
  app.get('/products', (c) => c.json(products))
  app.post('/orders', async (c) => {
    const order = priced(await c.req.json<Wanted>())
    if (!order) return c.json({ error: { code: 'bad_request', message: 'No such product or amount' } }, 400)
    const headers = { 'content-type': 'application/json' }
    const made = await fetch(`${merchant}/orders`, { method: 'POST', headers, body: JSON.stringify(order) })
    return c.json(await made.json(), made.status === 201 ? 201 : 502)
  })
  return app
}
