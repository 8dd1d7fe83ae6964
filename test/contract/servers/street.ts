/** One store, both wallets, one address: the example merchant stands there, or a server with a fault planted in it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '../../../examples/merchant/listen.ts'
import { type Office, openOffice } from '../../../examples/merchant/office.ts'
import { makeOrder, reprice } from '../../../examples/merchant/orders.ts'
import { refund } from '../../../examples/merchant/refunds.ts'
import { routes } from '../../../examples/merchant/routes.ts'
import { startWallets } from '../../../examples/wallets/wallets.ts'
import type { MerchantTrialOptions } from '../../../src/trial/merchant.ts'
import { newStore } from '../../examples/merchant/market.ts'
import type { Fetch, Plant } from './plant.ts'

const shop = 'https://shop.example'
const value = 990

const token = 'Bearer street'

/** Whoever asks has to show a token; the wallets show none. */
const guarded =
  (inner: Fetch): Fetch =>
  (request, env) => {
    const open = !request.url.includes('/pay/') || request.headers.get('authorization') === token
    const error = { code: 'unauthorized', message: 'A token is needed' }
    return open ? inner(request, env) : Response.json({ error }, { status: 401 })
  }

export const openStreet = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'isopay-street-'))
  const wallets = await startWallets({ port: 0, dataDir, gapsMs: [50, 100, 200], reverseAfterMs: 0 })
  const server = await listen(0)
  const { place, drop } = await newStore()
  const options = { accounts: wallets.accounts, wallets: wallets.origin, store: place, publicOrigins: [shop] }
  const office = await openOffice(options, server.origin)
  let answer: Fetch = () => new Response()
  server.answer((request, env) => answer(request, env))

  const stand = ({ office: change = (same: Office) => same, around = (same) => same }: Partial<Plant>) => {
    const changed = change(office)
    answer = around(guarded(routes(changed, false).fetch), changed)
  }

  /** What the shop's books say that came for an order. */
  const received = async (order: string) => {
    const sum = `select coalesce(sum(value), 0)::text as total from payments where order_handle = $1 and status = 'paid'`
    const [row] = await office.store.sql<{ total: string }>(sum, [order])
    return row?.total ?? '0'
  }

  const trial: MerchantTrialOptions = {
    headers: { authorization: token },
    newOrder: () => makeOrder(office, '龙井 Longjing', value),
    wallets: wallets.origin,
    notifyUrls: [`${server.origin}/notify/wechat`, `${server.origin}/notify/alipay`],
    returnUrl: `${shop}/return`,
    received,
    reprice: async (order) => {
      await reprice(office, order, value * 2)
      return String(value * 2)
    },
    refund: async (order) => {
      await refund(office, order, value)
      return String(value)
    },
  }

  return {
    /** What whoever asks must show. */
    token,
    endpoint: `${server.origin}/pay`,
    trial,
    stand,
    stop: async () => {
      office.wake.stop()
      await server.end()
      await office.store.stop()
      await wallets.stop()
      await drop()
    },
  }
}
