/** A real merchant with the wallets' stand-ins, and three ways to its page: plainly, in WeChat, on a phone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMerchant } from '../../../examples/merchant/merchant.ts'
import { buildIfMissing } from '../../../examples/play/build.ts'
import { startShop } from '../../../examples/shop/shop.ts'
import { startBrowser } from '../../../examples/wallets/browser.ts'
import { startWallets } from '../../../examples/wallets/wallets.ts'
import { pay, scan } from '../../examples/wallets/payer.ts'
import { openFront } from './front.ts'
import { openLine } from './line.ts'

const json = { 'content-type': 'application/json' }

export type Street = Awaited<ReturnType<typeof openStreet>>

export const openStreet = async () => {
  await buildIfMissing()
  const dataDir = mkdtempSync(join(tmpdir(), 'isopay-street-'))
  const publicOrigins: string[] = []
  const wallets = await startWallets({ port: 0, dataDir: join(dataDir, 'wallets') })
  const store = { dataDir: join(dataDir, 'merchant') }
  const { accounts, origin, ledger } = wallets
  const merchant = await startMerchant({ port: 0, accounts, wallets: origin, store, publicOrigins })
  const shop = await startShop({ port: 0, merchant: merchant.origin, wallets: origin })
  const front = await openFront(shop.origin, origin)
  const line = await openLine(() => front.port)
  const plain = `http://127.0.0.1:${line.port}`
  const wechat = await startBrowser({ place: 'wechat', target: plain, wallets: origin, port: 0 })
  const phone = await startBrowser({ place: 'phone', target: plain, wallets: origin, port: 0 })
  const places = { plain, wechat: wechat.origin, phone: phone.origin }
  publicOrigins.push(...Object.values(places))

  const paymentsOf = (order: string) => [
    ...new Set(front.prepared.filter((asked) => asked.order === order).map(({ payment }) => payment)),
  ]

  return {
    places,
    turn: line.turn,
    shorten: front.shorten,
    newOrder: async (): Promise<string> => {
      const made = await fetch(`${shop.origin}/orders`, {
        method: 'POST',
        headers: json,
        body: '{"product":"longjing"}',
      })
      const { order } = (await made.json()) as { order: string }
      return order
    },
    /** The payer's phone scans a code of WeChat's, and pays. */
    payByPhone: async (content: string): Promise<void> => {
      const { offer } = await scan(origin, 'wechat', content)
      await pay(origin, 'wechat', offer)
    },
    /** The cashier's page is newer than some engines: pressed in its place. Answers where it sends the payer. */
    payAtCashier: async (page: string): Promise<string> => {
      const { next } = await pay(origin, 'wechat', new URL(page).searchParams.get('offer') ?? '')
      return next ?? ''
    },
    /** How many payments there were of an order, and how often money was taken for it. */
    books: (order: string) => {
      const payments = paymentsOf(order)
      const charges = payments.reduce((sum, payment) => sum + ledger.taken(payment), 0)
      return { payments: payments.length, charges }
    },
    stop: async () => {
      for (const each of [phone, wechat, line, front, shop, merchant, wallets]) await each.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
