/** Starts the shop alone: `PORT` (8789), `MERCHANT` and `WALLETS`, the origins of the other two. */
import { startShop } from './shop.ts'

const { PORT = '8789', MERCHANT = 'http://127.0.0.1:8788', WALLETS = 'http://127.0.0.1:8787' } = process.env
const shop = await startShop({ port: Number(PORT), merchant: MERCHANT, wallets: WALLETS })
console.log(`Shop ${shop.origin}/`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => shop.stop())
