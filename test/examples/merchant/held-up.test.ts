/** A server that is held up past its turn writes nothing over what the next one opened. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Office } from '../../../examples/merchant/office.ts'
import { makeOrder } from '../../../examples/merchant/orders.ts'
import { findPayment } from '../../../examples/merchant/payments.ts'
import { answerPrepare } from '../../../examples/merchant/prepare.ts'
import type { Opened, Wallet } from '../../../examples/merchant/wallet.ts'
import { type Market, newId, openMarket } from './market.ts'

let market: Market
let office: Office
let order: string
beforeAll(async () => {
  market = await openMarket()
  office = await market.office()
})
beforeEach(async () => {
  order = await makeOrder(office, 'Tea', 990)
})
afterAll(() => market.stop())

/** One call to the wallet that is answered when `go` is called, as if its server had stood still meanwhile. */
const holdUp = <Answer>(answer: Answer) => {
  let go = () => {}
  let arrived = () => {}
  const called = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const call = () =>
    new Promise<Answer>((resolve) => {
      go = () => resolve(answer)
      arrived()
    })
  return { call, called, go: () => go() }
}

const withWechat = (change: Partial<Wallet>): Office => {
  const { wechat, alipay } = office.wallets
  return { ...office, wallets: { alipay, wechat: { ...wechat, ...change } } }
}

const code = (content: string): Opened => ({ action: { kind: 'qr', content } })

const prepare = (at: Office, payment: string) =>
  answerPrepare(at, { payment, order, platform: 'desktop-browser', accepts: ['qr'], wallet: 'wechat' }, '127.0.0.1')

const lapse = () =>
  office.store.sql(`update orders set turn_until = now() - interval '1 second' where handle = $1`, [order])

it('keeps the code that was opened last, and answers with it', async () => {
  const payment = newId()
  const slow = holdUp(code('weixin://dead'))
  const first = prepare(withWechat({ open: slow.call }), payment)
  await slow.called
  await lapse()
  await prepare(withWechat({ open: async () => code('weixin://live') }), payment)
  slow.go()
  expect(await first).toMatchObject({ action: { content: 'weixin://live' } })
  expect((await findPayment(office, payment))?.action).toMatchObject({ content: 'weixin://live' })
})

it('does not forget, for a refusal, what the next one opened', async () => {
  const payment = newId()
  const slow = holdUp<Opened>({ refused: 'SYSTEM_ERROR' })
  const absent = async () => ({ state: 'absent' }) as const
  const first = prepare(withWechat({ open: slow.call, query: absent }), payment)
  await slow.called
  await lapse()
  await prepare(withWechat({ open: async () => code('weixin://live'), query: absent }), payment)
  slow.go()
  await expect(first).rejects.toMatchObject({ code: 'wallet_refused' })
  expect(await findPayment(office, payment)).toMatchObject({ wallet: 'wechat', channel: 'qr' })
})

it('opens nothing beside what the next one opened', async () => {
  const [old, late, next] = [newId(), newId(), newId()]
  await prepare(office, old)
  const slow = holdUp('closed' as const)
  const first = prepare(withWechat({ close: slow.call }), late)
  await slow.called
  await lapse()
  await prepare(office, next)
  slow.go()
  await expect(first).rejects.toMatchObject({ code: 'order_busy' })
  const open = market.wallets.ledger.trades().filter(({ closedAt }) => closedAt === null)
  expect(open.map(({ number }) => number).filter((number) => [old, late, next].includes(number))).toEqual([next])
})
