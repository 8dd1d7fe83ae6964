/** R8: the amount is the order's total, always, and no money comes after an action's end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Market, newId, openMarket, until } from './market.ts'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.stop())

describe.each(['wechat', 'alipay'])('%s', (wallet) => {
  const paid = async () => {
    const [payment, order] = [newId(), await market.order()]
    const { body } = await market.prepare(payment, order, { wallet })
    await market.phone.scanAndPay(wallet, body.action?.content)
    await market.status(payment, order, { waitSeconds: 5 })
    return { payment, order }
  }
  const wordOf = async (payment: string, order: string) => (await market.status(payment, order)).body

  it('is not paid by one fen, though the wallet signed for it', async () => {
    const [payment, order] = [newId(), await market.order()]
    const { body } = await market.prepare(payment, order, { wallet })
    market.wallets.faults.sum = 'one-fen'
    await market.phone.scanAndPay(wallet, body.action?.content)
    market.wallets.faults.sum = 'asked'
    await until(() => market.wallets.ledger.payments().some(({ number, told }) => number === payment && told))
    expect(market.wallets.ledger.payments().find(({ number }) => number === payment)?.value).toBe(1)
    expect((await wordOf(payment, order)).status).toBe('pending')
  })

  it('stays paid when a part went back, and says how much', async () => {
    const { payment, order } = await paid()
    await market.merchant.refund(order, 300)
    await until(async () => (await wordOf(payment, order)).refunded !== undefined)
    const amount = { value: 990, currency: 'CNY' }
    expect(await wordOf(payment, order)).toMatchObject({ status: 'paid', amount, refunded: { value: 300 } })
    expect(market.wallets.ledger.returned(payment)).toBe(300)
  })

  it('is refunded when all of it went back', async () => {
    const { payment, order } = await paid()
    await market.merchant.refund(order, 300)
    await until(async () => (await wordOf(payment, order)).refunded !== undefined)
    await market.merchant.refund(order)
    await until(async () => (await wordOf(payment, order)).status === 'refunded')
    expect(await wordOf(payment, order)).toMatchObject({ paidBy: payment, refunded: { value: 990 } })
    expect(market.wallets.ledger.returned(payment)).toBe(990)
  })

  it('gives back no more than was paid, though it is asked twice at once', async () => {
    const { payment, order } = await paid()
    const both = await Promise.allSettled([market.merchant.refund(order, 600), market.merchant.refund(order, 600)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(market.wallets.ledger.returned(payment)).toBe(600)
  })
})

it('gives nothing back of an order that is not paid', async () => {
  await expect(market.merchant.refund(await market.order())).rejects.toThrow('not paid')
})
