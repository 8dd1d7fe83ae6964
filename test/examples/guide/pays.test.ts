/** The minimal servers take a payment end to end, and keep the rules on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noFaults } from '../../../examples/wallets/faults.ts'
import { newId, send, shopOrigin, until } from '../merchant/market.ts'
import { frameworks, openShop, type Shop } from './street.ts'

describe.each(frameworks)('%s', (framework) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(framework)
  })
  afterEach(() => {
    Object.assign(shop.wallets.faults, noFaults())
  })
  afterAll(() => shop.stop())

  const scene = async () => ({ payment: newId(), order: await shop.order() })
  const kept = (payment: string) => shop.wallets.ledger.taken(payment) * 990 - shop.wallets.ledger.returned(payment)

  it('is paid by a code on a screen', async () => {
    const { payment, order } = await scene()
    const { body } = await shop.prepare(payment, order)
    expect(body).toMatchObject({ payment, order, action: { kind: 'qr' }, amount: { value: 990, currency: 'CNY' } })
    await shop.phone.scanAndPay('wechat', body.action?.content)
    await until(async () => (await shop.status(payment, order)).body.status === 'paid')
    expect((await shop.status(newId(), order)).body).toMatchObject({ status: 'paid', paidBy: payment })
  })

  it('is paid by leaving for the cashier', async () => {
    const { payment, order } = await scene()
    const there = { platform: 'mobile-browser', accepts: ['redirect'], returnUrl: `${shopOrigin}/done` }
    const { body } = await shop.prepare(payment, order, there)
    await shop.phone.visitAndPay('wechat', body.action?.url)
    await until(async () => (await shop.status(payment, order)).body.status === 'paid')
  })

  it('is paid in WeChat, after a login that is asked for once', async () => {
    const { payment, order } = await scene()
    const there = { platform: 'wechat-browser', accepts: ['wechat.bridge'], returnUrl: `${shopOrigin}/done` }
    const first = await shop.prepare(payment, order, there)
    expect(first.body.action?.kind).toBe('authorize')
    const back = await shop.phone.login(first.body.action?.url)
    expect(back.searchParams.get('state')).toBe(payment)
    const identity = { kind: 'oauth-code', value: back.searchParams.get('code') }
    const { body } = await shop.prepare(payment, order, { ...there, identity })
    expect((await shop.prepare(payment, order, { ...there, identity })).body.action).toEqual(body.action)
    const { kind, ...params } = body.action ?? {}
    expect(kind).toBe('wechat.bridge')
    await shop.phone.tap('wechat', params)
    await until(async () => (await shop.status(payment, order)).body.status === 'paid')
  })

  it('is paid though the notification was lost', async () => {
    shop.wallets.faults.notification = 'lost'
    const { payment, order } = await scene()
    const { body } = await shop.prepare(payment, order)
    await shop.phone.scanAndPay('wechat', body.action?.content)
    await until(async () => (await shop.status(payment, order)).body.status === 'paid')
  })

  it('refuses a forged letter', async () => {
    shop.wallets.faults.notification = 'forged'
    const { payment, order } = await scene()
    await shop.prepare(payment, order)
    await new Promise((done) => setTimeout(done, 300))
    expect((await shop.status(payment, order)).body.status).toBe('pending')
  })

  it('opens one wallet order for an id, and no other order’s', async () => {
    const { payment, order } = await scene()
    const answers = await Promise.all([1, 2, 3].map(() => shop.prepare(payment, order)))
    expect(new Set(answers.map(({ body }) => body.action?.content)).size).toBe(1)
    expect(shop.wallets.ledger.trades().filter(({ number }) => number === payment)).toHaveLength(1)
    const foreign = await shop.prepare(payment, await shop.order())
    expect([foreign.http, foreign.body.error?.code]).toEqual([409, 'payment_conflict'])
  })

  it('fixes the channel', async () => {
    const { payment, order } = await scene()
    await shop.prepare(payment, order)
    const other = { platform: 'mobile-browser', accepts: ['redirect'] }
    expect((await shop.prepare(payment, order, other)).body.error?.code).toBe('channel_fixed')
  })

  it('closes the old wallet order before a new one, and is busy where it cannot', async () => {
    const { payment, order } = await scene()
    await shop.prepare(payment, order)
    shop.wallets.faults.query = 'down'
    await new Promise((done) => setTimeout(done, 2100))
    const busy = await shop.prepare(newId(), order)
    expect([busy.http, busy.body.error?.code, busy.headers.get('retry-after')]).toEqual([409, 'order_busy', '2'])
    expect((await shop.status(payment, order)).http).toBe(503)
    shop.wallets.faults.query = 'normal'
    expect((await shop.prepare(newId(), order)).body.action?.kind).toBe('qr')
    expect((await shop.status(payment, order)).body.status).toBe('closed')
  })

  it('remembers a close, also of what it never heard of', async () => {
    const { payment, order } = await scene()
    expect((await shop.close(payment, order)).body.status).toBe('closed')
    expect((await shop.prepare(payment, order)).body.status).toBe('closed')
    expect(shop.wallets.ledger.trades().filter(({ number }) => number === payment)).toEqual([])
  })

  it('answers paid where the money came before the close', async () => {
    const { payment, order } = await scene()
    const { body } = await shop.prepare(payment, order)
    await shop.phone.scanAndPay('wechat', body.action?.content)
    expect((await shop.close(payment, order)).body.status).toBe('paid')
    expect(kept(payment)).toBe(990)
  })

  it('takes JSON by POST alone, and sends payers nowhere else', async () => {
    const { payment, order } = await scene()
    const elsewhere = { platform: 'mobile-browser', accepts: ['redirect'], returnUrl: 'https://elsewhere.example/' }
    expect((await shop.prepare(payment, order, elsewhere)).http).toBe(422)
    expect((await send(`${shop.origin}/pay/status`, {}, { 'content-type': 'text/plain' })).http).toBe(415)
    expect((await send(`${shop.origin}/pay/status`, { payment })).http).toBe(400)
    const large = await send(`${shop.origin}/pay/status`, { payment: 'a'.repeat(70_000) })
    expect([large.http, large.body.error?.code]).toEqual([413, 'too_large'])
    const got = await fetch(`${shop.origin}/pay/status`)
    expect([got.status, got.headers.get('cache-control')]).toEqual([405, 'no-store'])
    expect((await shop.status(payment, 'no-such-order')).http).toBe(404)
  })

  it('says of a payment that it never heard of that it is pending', async () => {
    const { payment, order } = await scene()
    expect((await shop.status(payment, order)).body).toMatchObject({ status: 'pending', phase: 'not-found' })
  })
})
