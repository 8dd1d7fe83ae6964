/** The minimal servers take a payment end to end, and keep the rules on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noFaults } from '../../../examples/wallets/faults.ts'
import { newId, send, until } from '../merchant/market.ts'
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
    const contents = answers.flatMap(({ body }) => (body.action ? [body.action.content] : []))
    expect(new Set(contents).size).toBe(1)
    expect(shop.wallets.ledger.trades().filter(({ number }) => number === payment)).toHaveLength(1)
    const foreign = await shop.prepare(payment, await shop.order())
    expect([foreign.http, foreign.body.error?.code]).toEqual([409, 'payment_conflict'])
  })

  it('fixes the channel, and ends nothing for a way that it does not have', async () => {
    const { payment, order } = await scene()
    await shop.prepare(payment, order)
    for (const other of [{ accepts: ['redirect'] }, { wallet: 'alipay' }]) {
      expect((await shop.prepare(payment, order, other)).body.error?.code).toBe('channel_fixed')
      const fresh = await shop.prepare(newId(), order, other)
      expect([fresh.http, fresh.body.error?.code]).toEqual([422, 'unsupported'])
    }
    expect((await shop.status(payment, order)).body.status).toBe('pending')
  })

  it('closes the old wallet order before a new one, and is busy where it cannot', async () => {
    const { payment, order } = await scene()
    await shop.prepare(payment, order)
    shop.wallets.faults.query = 'down'
    const busy = await shop.prepare(newId(), order)
    expect([busy.http, busy.body.error?.code, busy.body.retryAfterSeconds]).toEqual([409, 'order_busy', 2])
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

  it('takes JSON by POST alone', async () => {
    const payment = newId()
    expect((await send(`${shop.origin}/pay/status`, {}, { 'content-type': 'text/plain' })).http).toBe(415)
    expect((await send(`${shop.origin}/pay/status`, { payment })).http).toBe(400)
    expect((await send(`${shop.origin}/pay/status`, { payment: 'a'.repeat(70_000) })).http).toBe(413)
    const got = await fetch(`${shop.origin}/pay/status`)
    const { status, headers } = got
    expect([status, headers.get('allow'), headers.get('cache-control')]).toEqual([405, 'POST', 'no-store'])
    expect((await shop.status(payment, 'no-such-order')).http).toBe(404)
  })

  it('tells every refusal in the contract’s form, and lets nobody store it', async () => {
    const answers = [
      await send(`${shop.origin}/pay/prepare`, {}, { 'content-type': 'text/plain' }),
      await send(`${shop.origin}/pay/prepare`, { payment: 'a'.repeat(70_000) }),
      await shop.status(newId(), 'no-such-order'),
    ]
    for (const { headers, body } of answers) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
    }
  })

  it('leaves one wallet order open where payments of an order come at once', async () => {
    const order = await shop.order()
    const payments = [newId(), newId(), newId()]
    await Promise.all(payments.map((payment) => shop.prepare(payment, order)))
    const trades = shop.wallets.ledger.trades().filter(({ number }) => payments.includes(number))
    expect(trades.filter(({ closedAt }) => closedAt === null)).toHaveLength(1)
  })

  it('says of a payment that it never heard of that it is pending', async () => {
    const { payment, order } = await scene()
    expect((await shop.status(payment, order)).body).toMatchObject({ status: 'pending', phase: 'not-found' })
  })
})
