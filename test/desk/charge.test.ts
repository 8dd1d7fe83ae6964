/** A scanned code is sent on once: what takes it, and what refuses it before anything is sent. */
import { describe, expect, it } from 'vitest'
import { refuses, says } from '../checkout/shop.ts'
import { alipay, other, wechat } from './corpus.ts'
import { counter } from './counter.ts'

describe('a charge', () => {
  it('sends the code with its wallet, and is paid by the server’s word', async () => {
    const { desk, advance, sent } = counter({ status: () => says('paid') })
    const charge = await desk.charge('order-1', alipay, { expect: { value: 990, currency: 'CNY' } })
    await advance(5_000)
    expect(charge.taken && (await charge.payment.result)).toMatchObject({ status: 'paid', amount: { value: 990 } })
    expect(sent[0]?.request.body).toMatchObject({ platform: 'till', wallet: 'alipay', accepts: ['code'] })
    expect(desk.unresolved()).toEqual([])
  })

  it('takes a code that an input method wrote at full width', async () => {
    const { desk, sent } = counter()
    const wide = [...wechat].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    expect((await desk.charge('order-1', ` ${wide}\n`)).taken).toBe(true)
    expect(sent[0]?.request.body).toMatchObject({ identity: { kind: 'payment-code', value: wechat } })
    desk.stop()
  })

  it.each([wechat.slice(1), `${wechat}0`, `${wechat.slice(0, 17)}O`, ''])('sends nothing for %j', async (code) => {
    const { desk, sent } = counter()
    const charge = await desk.charge('order-1', code)
    expect(charge).toMatchObject({ taken: false, error: { code: 'code_invalid', retry: 'safe' } })
    if (code) expect(JSON.stringify(charge)).not.toContain(code)
    expect([sent, desk.unresolved()]).toEqual([[], []])
  })

  it('is refused with the state of the first while that is unresolved, whichever code is scanned', async () => {
    const { desk, advance, merchant } = counter({ status: () => says('pending', { phase: 'user-paying' }) })
    const first = await desk.charge('order-1', wechat)
    await advance(3_000)
    for (const code of [wechat, other, alipay]) {
      const second = await desk.charge('order-1', code)
      expect(second).toMatchObject({ taken: false, error: { code: 'order_busy' } })
      expect(second.payment).toBe(first.payment)
    }
    expect(merchant.count.prepare).toBe(1)
    desk.stop()
  })

  it('of two that come in the same moment is one', async () => {
    const { desk, advance, merchant } = counter()
    const charges = await Promise.all([desk.charge('order-1', wechat), desk.charge('order-1', other)])
    await advance(100)
    expect(charges.map(({ taken }) => taken).sort()).toEqual([false, true])
    expect(merchant.count.prepare).toBe(1)
    desk.stop()
  })

  it('of another order goes on', async () => {
    const { desk, advance, merchant } = counter()
    await desk.charge('order-1', wechat)
    expect((await desk.charge('order-2', alipay)).taken).toBe(true)
    await advance(100)
    expect(merchant.count.prepare).toBe(2)
    expect(desk.unresolved().map(({ order }) => order)).toEqual(['order-1', 'order-2'])
    desk.stop()
  })

  it('with a code that was sent before is refused, also for another order', async () => {
    const { desk, advance, merchant } = counter({ prepare: () => says('failed') })
    await desk.charge('order-1', wechat)
    await advance(100)
    expect(await desk.charge('order-2', wechat)).toMatchObject({ taken: false, error: { code: 'code_used' } })
    expect(merchant.count.prepare).toBe(1)
  })

  it('can follow where the server refused the first before it charged anything', async () => {
    const { desk, advance } = counter({ prepare: () => refuses(422, 'unsupported') })
    const first = await desk.charge('order-1', wechat)
    await advance(1_000)
    expect(first.taken && (await first.payment.result)).toMatchObject({ status: 'failed' })
    expect((await desk.charge('order-1', other)).taken).toBe(true)
    desk.stop()
  })

  it('sends nothing where it cannot be written down', async () => {
    const { desk, advance, breakStore, merchant } = counter()
    breakStore()
    const charge = await desk.charge('order-1', wechat)
    await advance(100)
    expect(charge.taken && (await charge.payment.result).error?.code).toBe('storage_missing')
    expect(merchant.count.prepare).toBe(0)
  })
})
