/** Payment codes: charged once, asked about by the server, and reversed by it when their time is up. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noFaults } from '../../../examples/wallets/faults.ts'
import { type Market, newId, openMarket, until } from './market.ts'

const both = [{ wallet: 'wechat' }, { wallet: 'alipay' }] as const

const kept = ({ wallets: { ledger } }: Market, payment: string) =>
  ledger.taken(payment) * 990 - ledger.returned(payment)

const statusOf = async (market: Market, payment: string, order: string) =>
  (await market.status(payment, order)).body.status

describe.each(both)('at $wallet', ({ wallet }) => {
  let market: Market
  beforeAll(async () => {
    market = await openMarket({ codeSeconds: { wechat: 3, alipay: 3 }, reverseAfterSeconds: 0 })
  })
  afterEach(() => {
    Object.assign(market.wallets.faults, noFaults())
  })
  afterAll(() => market.stop())

  const scene = async () => ({
    payment: newId(),
    order: await market.order(),
    code: await market.phone.showCode(wallet),
  })
  const asked = { passwordAbove: 0 }

  it('is paid in the answer', async () => {
    const { payment, order, code } = await scene()
    expect((await market.charge(payment, order, code)).body).toMatchObject({ status: 'paid', paidBy: payment })
    expect(kept(market, payment)).toBe(990)
  })

  it('sends the code on once: the same prepare again only confirms', async () => {
    Object.assign(market.wallets.faults, asked)
    const { payment, order, code } = await scene()
    const first = await market.charge(payment, order, code)
    expect(first.body).toMatchObject({ action: { kind: 'code' }, amount: { value: 990, currency: 'CNY' } })
    const again = await market.charge(payment, order, await market.phone.showCode(wallet))
    expect(again.body).toMatchObject({ action: { kind: 'code' } })
    expect(market.wallets.ledger.trades().filter(({ number }) => number === payment)).toHaveLength(1)
    await market.close(payment, order)
  })

  it('waits while the payer types a password, says so, and is paid', async () => {
    Object.assign(market.wallets.faults, asked)
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    expect((await market.status(payment, order)).body).toMatchObject({ status: 'pending', phase: 'user-paying' })
    const { offer } = await market.phone.seeCode(wallet, code)
    await market.phone.pay(wallet, offer)
    await until(async () => (await statusOf(market, payment, order)) === 'paid')
    expect(kept(market, payment)).toBe(990)
  })

  it('says at once that the payer types, and holds its answer from then on', async () => {
    Object.assign(market.wallets.faults, asked)
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    const held = async () => {
      const began = Date.now()
      const { body } = await market.status(payment, order, { waitSeconds: 1 })
      return { phase: body.phase, waited: Date.now() - began >= 900 }
    }
    expect(await held()).toEqual({ phase: 'user-paying', waited: false })
    expect(await held()).toEqual({ phase: 'user-paying', waited: true })
    await market.close(payment, order)
  })

  it('is reversed by the server itself when its time is up, though nobody asks', async () => {
    Object.assign(market.wallets.faults, asked)
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    await until(() => market.wallets.ledger.trades().find(({ number }) => number === payment)?.closedAt !== null)
    await until(async () => (await statusOf(market, payment, order)) === 'closed')
    expect(kept(market, payment)).toBe(0)
    const { offer, state } = await market.phone.seeCode(wallet, code)
    expect([offer, state]).toEqual(['', 'closed'])
  })

  it('is found out where the wallet took the money and said that it does not know', async () => {
    market.wallets.faults.code = 'system-error'
    const { payment, order, code } = await scene()
    expect((await market.charge(payment, order, code)).body).toMatchObject({ action: { kind: 'code' } })
    await until(async () => (await statusOf(market, payment, order)) === 'paid')
    expect(kept(market, payment)).toBe(990)
  })

  it('is reversed where the wallet does not know, and the payer never pays', async () => {
    market.wallets.faults.code = 'system-error-unpaid'
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    await until(async () => (await statusOf(market, payment, order)) === 'closed')
    expect(kept(market, payment)).toBe(0)
  })

  it('fails where the wallet does not know the code, or it was used', async () => {
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    const [second, other] = [newId(), await market.order()]
    expect((await market.charge(second, other, code)).body).toMatchObject({ status: 'failed' })
    expect(kept(market, second)).toBe(0)
  })

  it('is closed by the till: at once, and the payer can pay no more', async () => {
    Object.assign(market.wallets.faults, asked)
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    const { offer } = await market.phone.seeCode(wallet, code)
    expect((await market.close(payment, order)).body.status).toBe('closed')
    expect(await market.phone.pay(wallet, offer)).toHaveProperty('refused')
  })

  it('is paid after all where the money came before the close', async () => {
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    expect((await market.close(payment, order)).body.status).toBe('paid')
    expect(kept(market, payment)).toBe(990)
  })

  it('charges nothing where it arrives after the close', async () => {
    const { payment, order, code } = await scene()
    await market.close(payment, order)
    expect((await market.charge(payment, order, code)).body).toMatchObject({ status: 'closed' })
    expect(market.wallets.ledger.taken(payment)).toBe(0)
  })

  it('keeps the order busy for every other code until it is resolved', async () => {
    Object.assign(market.wallets.faults, asked)
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    const second = await market.charge(newId(), order, await market.phone.showCode(wallet))
    expect([second.http, second.body.error?.code]).toEqual([409, 'order_busy'])
    await market.close(payment, order)
    const third = newId()
    market.wallets.faults.passwordAbove = 100_000
    expect((await market.charge(third, order, await market.phone.showCode(wallet))).body.status).toBe('paid')
  })

  it('is known by its digits where the till does not say whose it is', async () => {
    const { payment, order, code } = await scene()
    await market.charge(payment, order, code)
    expect(market.wallets.ledger.trade(wallet, payment)).toBeDefined()
  })

  it('is asked for where it is missing', async () => {
    const { payment, order } = await scene()
    const { http } = await market.prepare(payment, order, { platform: 'till', accepts: ['code'], wallet })
    expect(http).toBe(400)
  })
})

it('gives the money back that came between the last look and the reversal, and does not call it paid', async () => {
  const market = await openMarket({ codeSeconds: { wechat: 2 }, reverseAfterSeconds: 0 })
  const { wallets } = market
  wallets.faults.passwordAbove = 0
  const [payment, order] = [newId(), await market.order()]
  await market.charge(payment, order, await market.phone.showCode('wechat'))
  const trade = wallets.ledger.trade('wechat', payment)
  const close = wallets.ledger.close
  wallets.ledger.close = (ended) => {
    wallets.ledger.pay(ended, market.platforms.wechat.payer)
    return close(ended)
  }
  await until(async () => (await statusOf(market, payment, order)) === 'closed')
  expect([wallets.ledger.taken(payment), wallets.ledger.returned(payment), trade?.value]).toEqual([1, 990, 990])
  await market.stop()
})

it('does not try a reversal at WeChat before 15 s, and says meanwhile that it is closing', async () => {
  const market = await openMarket({ reverseAfterMs: 15_000 })
  market.wallets.faults.passwordAbove = 0
  const [payment, order] = [newId(), await market.order()]
  await market.charge(payment, order, await market.phone.showCode('wechat'))
  expect((await market.close(payment, order)).body).toMatchObject({ status: 'pending', phase: 'closing' })
  await market.stop()
})
