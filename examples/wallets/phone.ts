/** What the phone itself asks of its wallet: what a scan means, what an offer is, to pay, to turn back. */
import { Hono } from 'hono'
import { isWebAddress } from './fields.ts'
import type { App, Operator } from './operator.ts'
import { entered, refusalOf, take } from './payable.ts'
import { newCode, seenCode } from './payment-codes.ts'

/** A merchant's page opens in this wallet's browser, where one was started for that shop. */
const insideWallet = (operator: Operator, app: App, content: string): string => {
  const page = new URL(content)
  const shop = operator.browsers.find(({ origin, target }) => [origin, target].includes(page.origin))?.target
  const own = operator.browsers.find(({ place, target }) => place === app.wallet && target === shop)
  return own ? own.origin + page.pathname + page.search + page.hash : content
}

const scanned = (operator: Operator, app: App, content: string) => {
  const id = app.offerIn(content)
  if (id !== null) {
    const refused = refusalOf(operator, app, operator.ledger.offer(id))
    return refused === null ? { open: `/${app.wallet}/pay?offer=${encodeURIComponent(id)}` } : { refused }
  }
  const foreign = !isWebAddress(content) || content.startsWith('https://qr.alipay.com/')
  return foreign ? { refused: '无法识别 · Not a code of this wallet' } : { open: insideWallet(operator, app, content) }
}

/** The confirm page's content. Looking at it is what brings Alipay's trades into being. */
const shown = (operator: Operator, app: App, id: string) => {
  const offer = operator.ledger.offer(id)
  const refused = refusalOf(operator, app, offer)
  if (refused !== null || !offer) return { refused }
  const { value, title, means } = entered(operator, offer)
  const password = means === 'MICROPAY' || means === 'pay'
  return { offer: id, payee: app.payee, value, title, password }
}

const paid = (operator: Operator, app: App, id: string) => {
  const offer = operator.ledger.offer(id)
  const refused = offer ? take(operator, app, offer) : refusalOf(operator, app, offer)
  return refused === null ? { next: app.next(operator, id, true) } : { refused }
}

/** What the bridge answers to the page after the payer's tap; null where it stays silent. */
const bridgePaid = (operator: Operator, app: App, id: string): object | null => {
  const { bridge } = operator.faults
  if (bridge === 'ok-without-payment') return app.answers.ok
  const refused = 'refused' in paid(operator, app, id)
  if (bridge === 'silent') return null
  return refused || bridge === 'payment-without-ok' ? app.answers.fail : app.answers.ok
}

const sheet = (operator: Operator, app: App, params: unknown) => {
  const way = app.invoked(operator, params)
  const seen = 'offer' in way ? shown(operator, app, way.offer) : way
  return 'refused' in seen ? { answer: app.answers.fail, ...seen } : seen
}

/** `/app/*` below the wallet's own path. */
export const phone = (operator: Operator, app: App): Hono => {
  const routes = new Hono()
  routes.post('/app/scan', async (c) => {
    const { content } = await c.req.json<{ content: unknown }>()
    return c.json(scanned(operator, app, String(content).trim()))
  })
  routes.get('/app/offers/:id', (c) => c.json(shown(operator, app, c.req.param('id'))))
  routes.post('/app/offers/:id/pay', (c) => c.json(paid(operator, app, c.req.param('id'))))
  routes.post('/app/offers/:id/cancel', (c) => c.json({ next: app.next(operator, c.req.param('id'), false) }))
  routes.post('/app/codes', (c) => c.json({ code: newCode(operator, app.wallet).code }))
  routes.post('/app/codes/seen', async (c) => {
    const { code } = await c.req.json<{ code: unknown }>()
    return c.json(seenCode(operator, app, String(code)))
  })
  routes.post('/app/bridge', async (c) => c.json(sheet(operator, app, await c.req.json<unknown>())))
  routes.post('/app/bridge/:id/pay', (c) => c.json({ answer: bridgePaid(operator, app, c.req.param('id')) }))
  routes.post('/app/bridge/:id/cancel', (c) => c.json({ answer: app.answers.cancel }))
  return routes
}
