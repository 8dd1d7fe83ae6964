/**
 * Starts the merchant's server alone, from the environment:
 * `PORT` (8788) · `DATABASE_URL` for PostgreSQL, else `DATA_DIR` (`.data/merchant`) for PGlite · `ACCOUNTS`, a JSON file
 * with `{ accounts: { wechat, alipay } }` (`.data/wallets/accounts.json`) · `WALLETS`, the origin of a stand-in ·
 * `PUBLIC_ORIGINS`, separated by commas · `NOTIFY_ORIGIN`, where the wallets reach this server · `BEHIND_PROXY=1`.
 */
import { readFileSync } from 'node:fs'
import type { Accounts } from '../wallets/accounts.ts'
import { startMerchant } from './merchant.ts'

const { PORT = '8788', DATABASE_URL, DATA_DIR = '.data/merchant', WALLETS, NOTIFY_ORIGIN } = process.env
const { ACCOUNTS = '.data/wallets/accounts.json', PUBLIC_ORIGINS = '', BEHIND_PROXY } = process.env

const { accounts }: { accounts: Accounts } = JSON.parse(readFileSync(ACCOUNTS, 'utf8'))

const merchant = await startMerchant({
  port: Number(PORT),
  accounts,
  store: DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR },
  publicOrigins: PUBLIC_ORIGINS.split(',').filter(Boolean),
  behindProxy: BEHIND_PROXY === '1',
  ...(WALLETS ? { wallets: WALLETS } : {}),
  ...(NOTIFY_ORIGIN ? { notifyOrigin: NOTIFY_ORIGIN } : {}),
})
console.log(`Merchant ${merchant.origin}/pay`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => merchant.stop())
